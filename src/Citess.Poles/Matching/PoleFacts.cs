using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>What of a pole counts in a match.</summary>
public sealed record PoleFacts
{
    /// <summary>Its address.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 3166 code of its territory.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Degrees east: fifteen are an hour.</summary>
    public int Longitude { get; init; }

    /// <summary>Codes of the languages that its team speaks.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Whether it agreed to be matched; without, it is in no match and no group.</summary>
    public bool Consents { get; init; } = true;

    /// <summary>Poles that it wants nothing to do with.</summary>
    public ImmutableHashSet<string> Blocks { get; init; } = [];

    /// <summary>Codes of the sectors that it works in.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Poles with which it has had an agreement.</summary>
    public ImmutableHashSet<string> Met { get; init; } = [];

    /// <summary>How often one of its wants was met within a year; none makes it an under-served pole.</summary>
    public int Served { get; init; }

    /// <summary>Its practices that others took up.</summary>
    public ImmutableArray<PracticeProof> Practices { get; init; } = [];

    /// <summary>ISO 3166-1 code of its country.</summary>
    public string Country => Territory.Split('-')[0];
}

/// <summary>A practice that others took up, as evidence that its pole knows the subject.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Concepts">What it is about.</param>
/// <param name="Adoptions">How many other poles took it up.</param>
public sealed record PracticeProof(string Id, ImmutableArray<string> Concepts, int Adoptions);
