using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>What can go wrong, and what helps against it.</summary>
[GenerateSerializer, Immutable, Alias("practice-risk")]
public sealed record PracticeRisk
{
    public const int Most = 8;
    public const int MaxName = 300;
    public const int MaxCoping = 600;

    [Id(0)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    [Id(1)]
    public MultilingualText Coping { get => field ?? MultilingualText.Empty; init; }
}
