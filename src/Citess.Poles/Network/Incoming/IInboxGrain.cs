namespace Citess.Poles.Network.Incoming;

/// <summary>Takes the letters of one sender in the order in which they came.</summary>
[Alias("inbox-grain"), GrainInterfaceType("inbox")]
public interface IInboxGrain : IGrainWithStringKey
{
    /// <summary>Takes what waits; returns how many letters were done.</summary>
    [Alias("drain")]
    Task<int> DrainAsync();
}
