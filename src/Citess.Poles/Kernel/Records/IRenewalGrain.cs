using Orleans.Concurrency;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// Shares every living record anew whose proof is of a revoked key, one revision higher: one for the whole pole, however many
/// processes there are, or each would take a revision of its own.
/// </summary>
[Alias("renewal-grain"), GrainInterfaceType("renewal")]
public interface IRenewalGrain : IGrainWithStringKey
{
    /// <summary>Does some of what is due; true when nothing is left.</summary>
    [Alias("renew"), ResponseTimeout("00:03:00")]
    Task<bool> RenewAsync();
}
