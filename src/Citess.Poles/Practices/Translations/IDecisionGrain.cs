using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Translations;

/// <summary>One decision of ours.</summary>
[Alias("decision-grain"), GrainInterfaceType("decision")]
public interface IDecisionGrain : IRecordGrain<Decision>;
