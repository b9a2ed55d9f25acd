using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices.Reviews;

/// <summary>What a review comes to.</summary>
public enum ReviewVerdict
{
    Confirms,
    Doubts,
}

/// <summary>How far a practice meets one criterion.</summary>
public enum ReviewRating
{
    Met,
    Partly,
    NotMet,
    NotKnown,
}

/// <summary>What somebody who did not write a practice found when they looked at it: a second person of its own pole, or another pole.</summary>
[GenerateSerializer, Immutable, Alias("review")]
public sealed record Review : Contribution
{
    public const int MaxGrounds = 1500;

    [Id(0)]
    public ReviewVerdict Verdict { get; init; }

    /// <summary>On what it rests.</summary>
    [Id(1)]
    public MultilingualText Grounds { get => field ?? MultilingualText.Empty; init; }

    /// <summary>One for each of <see cref="ReviewCriterion.All"/> at most.</summary>
    [Id(2)]
    public ImmutableArray<ReviewMark> Marks { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>One criterion, and what was found.</summary>
[GenerateSerializer, Immutable, Alias("review-mark")]
public sealed record ReviewMark
{
    /// <summary>One of <see cref="ReviewCriterion.All"/>.</summary>
    [Id(0)]
    public string Criterion { get => field ?? ""; init; } = "";

    [Id(1)]
    public ReviewRating Rating { get; init; }
}

/// <summary>By what practices are reviewed; codes, which travel.</summary>
public static class ReviewCriterion
{
    /// <summary>Results have figures with a source; it can be done elsewhere; those concerned have a say; it lasts without its first funder; what failed is told.</summary>
    public static ImmutableArray<string> All { get; } = ["evidence", "transfer", "participation", "endurance", "candour"];
}
