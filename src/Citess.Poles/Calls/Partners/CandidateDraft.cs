using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Calls.Partners;

/// <summary>What the team writes down about a candidate; the sheet is the candidate's own to write.</summary>
[GenerateSerializer, Immutable, Alias("candidate-draft")]
public sealed record CandidateDraft
{
    [Id(0)]
    public string Name { get => field ?? ""; init; } = "";

    /// <summary>Codes of roles that it could fill.</summary>
    [Id(1)]
    public ImmutableArray<string> Roles { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>ISO 3166-1 code.</summary>
    [Id(2)]
    public string Country { get => field ?? ""; init; } = "";

    /// <summary>Null for none.</summary>
    [Id(3)]
    public CandidateContact? Contact { get; init; }

    [Id(4)]
    public CandidateStanding Standing { get; init; }

    /// <summary>Why it declined or withdrew; or empty.</summary>
    [Id(5)]
    public string Reason { get => field ?? ""; init; } = "";

    [Id(6)]
    public MultilingualText Tasks { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Whole units of the currency of the call.</summary>
    [Id(7)]
    public long? Amount { get; init; }

    /// <summary>Who committed, where it is written down that somebody did; empty leaves what there is.</summary>
    [Id(8)]
    public string CommittedBy { get => field ?? ""; init; } = "";

    [Id(9)]
    public bool IsLead { get; init; }

    /// <summary>The record of the catalogue from which it is taken; or empty.</summary>
    [Id(10)]
    public string Reference { get => field ?? ""; init; } = "";

    /// <summary>Language in which it is written to.</summary>
    [Id(11)]
    public string Language { get => field ?? ""; init; } = "";
}
