using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices.Collections;

/// <summary>One practice of a collection.</summary>
[GenerateSerializer, Immutable, Alias("collected-practice")]
public sealed record CollectedPractice
{
    public const int MaxName = 300;
    public const int MaxReason = 200;

    [Id(0)]
    public RecordReference Practice { get => field ?? RecordReference.None; init; }

    /// <summary>Its title when it was put in, so that a reader who does not have it knows what it is.</summary>
    [Id(1)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Why it is in, in one line; or empty.</summary>
    [Id(2)]
    public MultilingualText Reason { get => field ?? MultilingualText.Empty; init; }

    /// <summary>True for the practice that the catalogue calls so.</summary>
    public bool Is(string reference) => Practice.ToString() == reference;
}
