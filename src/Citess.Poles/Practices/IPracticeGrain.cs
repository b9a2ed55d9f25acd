using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices;

/// <summary>One practice of ours.</summary>
[Alias("practice-grain"), GrainInterfaceType("practice")]
public interface IPracticeGrain : IRecordGrain<Practice>;
