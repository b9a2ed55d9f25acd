using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Directory;

/// <summary>What an actor is in the territory.</summary>
public enum ActorKind
{
    Enterprise,
    SupportOrganisation,
    PublicAuthority,
    University,
    Network,
    FinancingBody,
    InformalGroup,
}

/// <summary>The five sides of the table at which a pole decides.</summary>
public enum Constituency
{
    PublicBodies,
    Universities,
    CivilSociety,
    SseOrganisations,
    PrivateFirms,
}

/// <summary>How far an actor reaches.</summary>
public enum InterventionLevel
{
    Local,
    Regional,
    National,
    International,
}

/// <summary>An organisation or an informal group of the territory; no legal form is needed.</summary>
[GenerateSerializer, Immutable, Alias("sse-actor")]
public sealed record SseActor
{
    public const int MaxName = 100;
    public const int MaxLine = 300;
    public const int MaxAbout = 3000;
    public const int MaxLegalForm = 100;
    public const int MaxEmail = 254;

    [Id(0)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What it does, in one line.</summary>
    [Id(1)]
    public MultilingualText Line { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown.</summary>
    [Id(2)]
    public MultilingualText About { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Null when nobody has said it yet, or a partner pole says a kind that we do not know.</summary>
    [Id(3)]
    public ActorKind? Kind { get; init; }

    /// <summary>Null when nobody has said it yet.</summary>
    [Id(4)]
    public Constituency? Constituency { get; init; }

    /// <summary>Null when nobody has said it yet.</summary>
    [Id(5)]
    public InterventionLevel? Level { get; init; }

    /// <summary>In the words of its country, for example <c>SMSA</c>; empty for a group without one.</summary>
    [Id(6)]
    public string LegalForm { get => field ?? ""; init; } = "";

    /// <summary>Codes of ESSGlobal activities, for example <c>a01</c>.</summary>
    [Id(7)]
    public ImmutableArray<string> Sectors { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>ISO 3166-2 code, or empty.</summary>
    [Id(8)]
    public string Territory { get => field ?? ""; init; } = "";

    /// <summary>People who belong to it; null when not known, which is not none.</summary>
    [Id(9)]
    public int? Members { get; init; }

    /// <summary>Women among them.</summary>
    [Id(10)]
    public int? Women { get; init; }

    /// <summary>Young people among them, by the age limit of the country.</summary>
    [Id(11)]
    public int? Young { get; init; }

    [Id(12)]
    public string Website { get => field ?? ""; init; } = "";

    /// <summary>For people who are signed in here; it never leaves this pole.</summary>
    [Id(13)]
    public string Telephone { get => field ?? ""; init; } = "";

    /// <summary>For people who are signed in here; it never leaves this pole.</summary>
    [Id(14)]
    public string Email { get => field ?? ""; init; } = "";
}
