using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>Something that is not known yet: better than an empty field.</summary>
[GenerateSerializer, Immutable, Alias("awaited")]
public sealed record Awaited
{
    /// <summary>Name of a <see cref="PracticeSection"/>.</summary>
    [Id(0)]
    public string Field { get => field ?? ""; init; } = "";

    /// <summary>A <see cref="PartialDate"/>.</summary>
    [Id(1)]
    public string By { get => field ?? ""; init; } = "";
}
