using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Practices.Collections;

/// <summary>Practices, of the own pole and of others, that somebody put together for a purpose, in an order.</summary>
[GenerateSerializer, Immutable, Alias("practice-collection")]
public sealed record PracticeCollection
{
    public const int MaxTitle = 100;
    public const int MaxPurpose = 600;

    /// <summary>What one collection may hold.</summary>
    public const int Most = 200;

    [Id(0)]
    public MultilingualText Title { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What it is for, in a sentence or two.</summary>
    [Id(1)]
    public MultilingualText Purpose { get => field ?? MultilingualText.Empty; init; }

    /// <summary>In the order in which they are to be read.</summary>
    [Id(2)]
    public ImmutableArray<CollectedPractice> Practices { get => field.IsDefault ? [] : field; init; } = [];
}
