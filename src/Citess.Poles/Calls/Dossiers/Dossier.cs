using System.Collections.Immutable;
using Citess.Poles.Calls.State;

namespace Citess.Poles.Calls.Dossiers;

/// <summary>All that there is to hand in, or to show, about the answer to a call. No telephone and no address of a person is in it.</summary>
public sealed record Dossier
{
    /// <summary>Address of the call, for good.</summary>
    public required string Call { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required string Programme { get; init; }

    public required string Funder { get; init; }

    public required string Website { get; init; }

    /// <summary>The instant; null when there is none.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    public required string TimeZone { get; init; }

    public required CallStatus Status { get; init; }

    public required DateOnly? StatusOn { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>True when nothing that the call asks is missing.</summary>
    public required bool IsComplete { get; init; }

    public required ImmutableArray<DossierRule> Rules { get; init; }

    public required ImmutableArray<DossierNeed> Needs { get; init; }

    public required ImmutableArray<DossierPartner> Partners { get; init; }

    public required DossierBudget Budget { get; init; }
}

/// <summary>One rule, whether it is met, and the names of those who stand against it.</summary>
public sealed record DossierRule(CallRule Rule, bool IsMet, ImmutableArray<string> Against);

/// <summary>One role with the names of those who fill it.</summary>
public sealed record DossierNeed(string Role, string Country, int Count, ImmutableArray<string> FilledBy);

/// <summary>What is asked for, in whole units; sums by country and by the role that each partner fills.</summary>
public sealed record DossierBudget(string Currency, long Sum, long? Most, long Over, ImmutableArray<DossierSum> ByCountry, ImmutableArray<DossierSum> ByRole);

/// <summary>A sum for a country or a role.</summary>
public sealed record DossierSum(string Code, long Sum);

/// <summary>One partner that has committed.</summary>
public sealed record DossierPartner
{
    public required string Name { get; init; }

    /// <summary>Code of the role that it fills, else of the first that it could.</summary>
    public required string Role { get; init; }

    public required string Country { get; init; }

    public required bool IsLead { get; init; }

    public required string LegalForm { get; init; }

    public required string Registration { get; init; }

    public required string Website { get; init; }

    /// <summary>Texts by language, as the partner wrote them; null where there is nothing.</summary>
    public required IReadOnlyDictionary<string, string>? About { get; init; }

    public required IReadOnlyDictionary<string, string>? Brings { get; init; }

    public required IReadOnlyDictionary<string, string>? Experience { get; init; }

    public required IReadOnlyDictionary<string, string>? People { get; init; }

    public required IReadOnlyDictionary<string, string>? Tasks { get; init; }

    public required long? Amount { get; init; }

    /// <summary>Of what all ask for, to one decimal.</summary>
    public required decimal? Percent { get; init; }

    /// <summary>Who committed, as what, and when.</summary>
    public required string CommittedBy { get; init; }

    public required string Function { get; init; }

    public required DateTimeOffset? CommittedOn { get; init; }

    /// <summary>True when it was said by the partner's own link, false when the team wrote down what it was told.</summary>
    public required bool IsByLink { get; init; }

    /// <summary>True when sheet, tasks or amount were changed after that.</summary>
    public required bool IsChangedSince { get; init; }
}
