using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Translations;

/// <summary>One translation of ours.</summary>
[Alias("translation-grain"), GrainInterfaceType("translation")]
public interface ITranslationGrain : IRecordGrain<Translation>;
