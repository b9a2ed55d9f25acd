using Orleans.Concurrency;

namespace Citess.Poles.Network.Outgoing;

/// <summary>Carries what one relation may see, in order per record, from its own place in the ledger.</summary>
[Alias("courier-grain"), GrainInterfaceType("courier")]
public interface ICourierGrain : IGrainWithStringKey
{
    /// <summary>Sends what is due, for some seconds at most; true when there may be more.</summary>
    [Alias("carry-on"), ResponseTimeout("00:03:00")]
    Task<bool> CarryAsync();

    /// <summary>Ends the pause after failures and tries at once.</summary>
    [Alias("send-now")]
    Task<bool> SendNowAsync();
}
