using System.Text.Json.Serialization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>Where an agreement stands; both sides see the same.</summary>
public enum AgreementStatus
{
    /// <summary>It waits for the side whose proposal it answers.</summary>
    Proposed,
    Accepted,
    Declined,

    /// <summary>Whoever proposed it took it back before there was an answer.</summary>
    Withdrawn,

    /// <summary>What was agreed upon has been done.</summary>
    Completed,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}

/// <summary>What one side commits to, as the wire has it: which intent it satisfies, and how much of it.</summary>
[GenerateSerializer, Immutable, Alias("stipulation")]
public sealed record Stipulation([property: Id(0)] string Satisfies, [property: Id(1)] int Quantity, [property: Id(2)] string Unit);

/// <summary>Somebody of one pole answers an offer or a want of another: what was asked, by whom, and what came of it.</summary>
[GenerateSerializer, Immutable, Alias("agreement")]
public sealed record Agreement
{
    public const string Kind = "agreement";
    public const int MaxNote = 1000;
    public const int MaxReason = 600;

    /// <summary>Nobody should wait for an answer for longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(60);

    /// <summary>The offer or want that it answers.</summary>
    [Id(0)]
    public RecordReference Proposal { get => field ?? RecordReference.None; init; }

    /// <summary>Its title then.</summary>
    [Id(1)]
    public MultilingualText Title { get => field ?? MultilingualText.Empty; init; }

    /// <summary>The other side, as it is known among the relations.</summary>
    [Id(2)]
    public string Relation { get => field ?? ""; init; } = "";

    /// <summary>Address of its actor.</summary>
    [Id(3)]
    public string Actor { get => field ?? ""; init; } = "";

    [Id(4)]
    public int Quantity { get; init; }

    [Id(5)]
    public Unit Unit { get; init; }

    /// <summary>What whoever proposed it wrote; plain, in one language.</summary>
    [Id(6)]
    public MultilingualText Note { get => field ?? MultilingualText.Empty; init; }

    [Id(7)]
    public AgreementStatus Status { get; init; }

    /// <summary>Why it was declined.</summary>
    [Id(8)]
    public MultilingualText Reason { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Id of the <c>Offer</c> by which it was proposed; every answer names it.</summary>
    [Id(9)]
    public string Offer { get => field ?? ""; init; } = "";

    /// <summary>Id of the agreement itself, given by the side that accepted; empty before.</summary>
    [Id(10)]
    public string Address { get => field ?? ""; init; } = "";

    [Id(11)]
    public DateTimeOffset Proposed { get; init; }

    /// <summary>Until when there may be an answer.</summary>
    [Id(12)]
    public DateTimeOffset Expires { get; init; }

    [Id(13)]
    public DateTimeOffset? Answered { get; init; }

    [Id(14)]
    public DateTimeOffset? Completed { get; init; }

    /// <summary>Pseudonymous id of whoever of this pole proposed or took it back, or answered; of the other side nobody is known.</summary>
    [Id(15)]
    public string By { get => field ?? ""; init; } = "";

    /// <summary>True when it is we who answer a proposal of another pole.</summary>
    [JsonIgnore]
    public bool IsOurs => !Proposal.IsOurs;

    /// <summary>Where it stands by a clock.</summary>
    public AgreementStatus StatusAt(DateTimeOffset now) => Status == AgreementStatus.Proposed && now >= Expires ? AgreementStatus.Expired : Status;
}
