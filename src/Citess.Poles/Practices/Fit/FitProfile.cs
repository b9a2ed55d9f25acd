using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Citess.Poles.Practices.Fit;

/// <summary>What is in place in the territory of this pole, as its team sees it; it stays in the house.</summary>
[GenerateSerializer, Immutable, Alias("fit-profile")]
public sealed record FitProfile
{
    /// <summary>0 as long as nothing was answered, one up with each change.</summary>
    [Id(0)]
    public int Revision { get; init; }

    /// <summary>In the order of the list of determinants; one that was never answered is not among them.</summary>
    [Id(1)]
    public ImmutableArray<FitAnswer> Answers { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>How many determinants something is known of.</summary>
    [JsonIgnore]
    public int Answered => Answers.Count(answer => answer.Presence != Presence.Unknown);

    /// <summary>What is said of this determinant; not known when nothing was.</summary>
    public FitAnswer Of(string determinant) => Answers.FirstOrDefault(answer => answer.Determinant == determinant) ?? new() { Determinant = determinant };
}
