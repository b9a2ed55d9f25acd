using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Directory;

/// <summary>One actor of our territory.</summary>
[Alias("actor-grain"), GrainInterfaceType("actor")]
public interface IActorGrain : IRecordGrain<SseActor>;
