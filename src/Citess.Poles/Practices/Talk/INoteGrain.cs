using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Talk;

/// <summary>One note of ours.</summary>
[Alias("note-grain"), GrainInterfaceType("note")]
public interface INoteGrain : IRecordGrain<Note>;
