using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>An offer as the matcher sees it.</summary>
public sealed record Offering
{
    /// <summary>Its address; ties are settled by it.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is, the <see cref="PoleFacts.Id"/>.</summary>
    public required string Pole { get; init; }

    /// <summary>Codes of what it is about; without any it meets nothing.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];

    /// <summary>Codes of the languages in which it is given.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>ISO 3166 codes of where it is given; empty is anywhere.</summary>
    public ImmutableArray<string> Within { get; init; } = [];

    public Means Means { get; init; } = Means.Expertise;

    /// <summary>When its pole last said that it stands.</summary>
    public DateOnly Confirmed { get; init; }

    /// <summary>First day on which it can be had.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day on which it can.</summary>
    public DateOnly Until { get; init; } = DateOnly.MaxValue;

    /// <summary>How many more it can serve.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Words of its text as search folds them; they only settle ties.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}
