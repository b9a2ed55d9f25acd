using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>One step of the way: who acts, with what, and what is done. Each list is a text with one item a line, so that it is translated whole.</summary>
[GenerateSerializer, Immutable, Alias("practice-phase")]
public sealed record PracticePhase
{
    public const int Most = 6;
    public const int MaxName = 100;
    public const int MaxList = 600;

    [Id(0)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    [Id(1)]
    public MultilingualText Actors { get => field ?? MultilingualText.Empty; init; }

    [Id(2)]
    public MultilingualText Resources { get => field ?? MultilingualText.Empty; init; }

    [Id(3)]
    public MultilingualText Actions { get => field ?? MultilingualText.Empty; init; }
}
