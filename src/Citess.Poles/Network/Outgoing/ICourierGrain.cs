namespace Citess.Poles.Network.Outgoing;

/// <summary>Carries what one relation may see, in order, from its own place in the ledger.</summary>
[Alias("courier-grain"), GrainInterfaceType("courier")]
public interface ICourierGrain : IGrainWithStringKey
{
    /// <summary>Sends what is due; returns how many entries were delivered.</summary>
    [Alias("carry")]
    Task<int> CarryAsync();
}
