using Orleans.Concurrency;

namespace Citess.Poles.Network.Incoming;

/// <summary>Takes the letters of one sender in the order in which they came.</summary>
[Alias("inbox-grain"), GrainInterfaceType("inbox")]
public interface IInboxGrain : IGrainWithStringKey
{
    /// <summary>Takes what waits, for some seconds at most; true when there may be more.</summary>
    [Alias("drain"), ResponseTimeout("00:03:00")]
    Task<bool> DrainAsync();
}
