using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>A want as the matcher sees it.</summary>
public sealed record Need
{
    /// <summary>Its address; ties are settled by it.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is, the <see cref="PoleFacts.Id"/>.</summary>
    public required string Pole { get; init; }

    /// <summary>Codes of what it is about; without any it meets nothing.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];

    /// <summary>Codes of the languages in which help can be taken.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>ISO 3166 codes of where help must come from; empty is anywhere.</summary>
    public ImmutableArray<string> Within { get; init; } = [];

    /// <summary>The kind of help that is asked for; null is any.</summary>
    public Means? Means { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Soon;

    /// <summary>First day on which help is of use.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day on which it is.</summary>
    public DateOnly Until { get; init; } = DateOnly.MaxValue;

    /// <summary>Words of its text as search folds them; they only settle ties.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}
