namespace Citess.Poles.Network.Recovery;

/// <summary>Something beside records that partners give back after a restore, before anything may be changed here.</summary>
public interface IRecovers
{
    /// <summary>Takes back what there is; false as long as some partner has not answered.</summary>
    Task<bool> TryAsync(CancellationToken stop);
}
