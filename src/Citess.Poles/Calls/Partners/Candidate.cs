using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Citess.Poles.Kernel;

namespace Citess.Poles.Calls.Partners;

/// <summary>An organisation that may become, or is, a partner for a call.</summary>
[GenerateSerializer, Immutable, Alias("call-candidate")]
public sealed record Candidate
{
    public const int MaxName = 150;
    public const int MaxReason = 500;
    public const int MaxTasks = 600;
    public const int MaxRoles = 4;
    public const int MaxContact = 254;

    /// <summary>A ULID.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>From 1, one up with each change of this candidate.</summary>
    [Id(1)]
    public int Revision { get; init; }

    /// <summary>Of the organisation.</summary>
    [Id(2)]
    public string Name { get => field ?? ""; init; } = "";

    /// <summary>Codes of roles that it could fill; it fills one of them.</summary>
    [Id(3)]
    public ImmutableArray<string> Roles { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>ISO 3166-1 code.</summary>
    [Id(4)]
    public string Country { get => field ?? ""; init; } = "";

    /// <summary>For the team alone; null when there is none, or it was erased.</summary>
    [Id(5)]
    public CandidateContact? Contact { get; init; }

    [Id(6)]
    public CandidateStanding Standing { get; init; }

    /// <summary>Since when it stands so.</summary>
    [Id(7)]
    public DateTimeOffset Since { get; init; }

    /// <summary>Why it declined or withdrew, in its own words; or empty.</summary>
    [Id(8)]
    public string Reason { get => field ?? ""; init; } = "";

    [Id(9)]
    public PartnerSheet Sheet { get => field ?? PartnerSheet.Empty; init; }

    /// <summary>What it does in the project.</summary>
    [Id(10)]
    public MultilingualText Tasks { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Its share of the budget, in whole units of the currency of the call; null when nobody has said it yet.</summary>
    [Id(11)]
    public long? Amount { get; init; }

    /// <summary>The last one that was made, also when it withdrew later; null when there was none.</summary>
    [Id(12)]
    public Commitment? Commitment { get; init; }

    /// <summary>Null when nobody has one.</summary>
    [Id(13)]
    public CandidateLink? Link { get; init; }

    /// <summary>True for the one that leads the project.</summary>
    [Id(14)]
    public bool IsLead { get; init; }

    /// <summary>The record of the catalogue from which it was taken; or empty.</summary>
    [Id(15)]
    public string Reference { get => field ?? ""; init; } = "";

    /// <summary>Language in which it is written to.</summary>
    [Id(16)]
    public string Language { get => field ?? ""; init; } = "";

    /// <summary>Hash of what a commitment is about.</summary>
    [JsonIgnore]
    public string Offer => MultilingualText.Hash(StateJson.Write(new { Sheet, Tasks, Amount }));

    /// <summary>True when it was changed after somebody committed to it.</summary>
    [JsonIgnore]
    public bool IsChangedSince => Standing == CandidateStanding.Committed && Commitment is { } commitment && commitment.Of != Offer;
}

/// <summary>Whom to ask at an organisation: personal data, which never leaves this pole and can be erased.</summary>
[GenerateSerializer, Immutable, Alias("candidate-contact")]
public sealed record CandidateContact
{
    [Id(0)]
    public string Person { get => field ?? ""; init; } = "";

    [Id(1)]
    public string Email { get => field ?? ""; init; } = "";

    [Id(2)]
    public string Telephone { get => field ?? ""; init; } = "";

    [JsonIgnore]
    public bool IsEmpty => Person.Length + Email.Length + Telephone.Length == 0;
}

/// <summary>The link of a candidate, by the hash of its secret: the secret is nowhere but with whoever has the link.</summary>
[GenerateSerializer, Immutable, Alias("candidate-link")]
public sealed record CandidateLink
{
    /// <summary>By which a commitment names it.</summary>
    [Id(0)]
    public required string Id { get; init; }

    [Id(1)]
    public required string Hash { get; init; }

    [Id(2)]
    public required DateTimeOffset Made { get; init; }

    /// <summary>When somebody last answered by it; null when nobody has.</summary>
    [Id(3)]
    public DateTimeOffset? Used { get; init; }
}
