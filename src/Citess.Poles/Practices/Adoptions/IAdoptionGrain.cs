using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Adoptions;

/// <summary>One adoption of ours.</summary>
[Alias("adoption-grain"), GrainInterfaceType("adoption")]
public interface IAdoptionGrain : IRecordGrain<Adoption>;
