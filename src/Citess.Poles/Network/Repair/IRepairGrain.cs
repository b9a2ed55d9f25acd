using Orleans.Concurrency;

namespace Citess.Poles.Network.Repair;

/// <summary>Compares with one origin and takes from it what is missing here; one at a time, however many processes there are.</summary>
[Alias("repair-grain"), GrainInterfaceType("repair")]
public interface IRepairGrain : IGrainWithStringKey
{
    /// <summary>Does what is due for some seconds; the rest is due again at once.</summary>
    [Alias("compare"), ResponseTimeout("00:03:00")]
    Task CompareAsync();
}
