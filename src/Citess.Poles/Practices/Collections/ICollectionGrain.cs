using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Collections;

/// <summary>One collection of ours.</summary>
[Alias("collection-grain"), GrainInterfaceType("collection")]
public interface ICollectionGrain : IRecordGrain<PracticeCollection>;
