using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Topics;

/// <summary>One concept of ours.</summary>
[Alias("concept-grain"), GrainInterfaceType("concept")]
public interface IOwnConceptGrain : IRecordGrain<OwnConcept>;
