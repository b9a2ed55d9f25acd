using System.Text.Json.Serialization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

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

/// <summary>An offer or want that is no record of a pole, by what is needed of it for an agreement.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Intent">Id of the one intent that it publishes.</param>
/// <param name="Unit">As it is written there.</param>
/// <param name="IsWant">True for a want, false for an offer.</param>
/// <param name="By">What whoever published it is called there.</param>
[GenerateSerializer, Immutable, Alias("proposal-reference")]
public sealed record ProposalReference([property: Id(0)] string Address, [property: Id(1)] string Intent, [property: Id(2)] string Unit, [property: Id(3)] bool IsWant, [property: Id(4)] string By);

/// <summary>Somebody of one pole answers an offer or a want of another: what was asked, by whom, and what came of it.</summary>
[GenerateSerializer, Immutable, Alias("agreement")]
public sealed record Agreement
{
    public const string Kind = "agreement";
    public const int MaxNote = 1000;
    public const int MaxReason = 600;

    /// <summary>Nobody should wait for an answer for longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(60);

    /// <summary>The offer or want that it answers; none when that stands <see cref="Elsewhere"/>.</summary>
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

    /// <summary>The offer or want, when it stands on other software.</summary>
    [Id(16)]
    public ProposalReference? Elsewhere { get; init; }

    /// <summary>Id of an agreement that was confirmed before there was a yes, by a word that did not say which request it is about: if the yes brings it, this is done.</summary>
    [Id(17)]
    public string? Confirmed { get; init; }

    /// <summary>True when it is we who answer a proposal of another.</summary>
    [JsonIgnore]
    public bool IsOurs => Elsewhere is not null || !Proposal.IsOurs;

    /// <summary>True when what is answered is a want.</summary>
    [JsonIgnore]
    public bool IsAboutWant => Elsewhere?.IsWant ?? Proposal.Key.StartsWith(WantKind.Kind + "/", StringComparison.Ordinal);

    /// <summary>In what the quantity is counted, as the proposal has it.</summary>
    [JsonIgnore]
    public string UnitWord => Elsewhere?.Unit ?? Unit.Word();

    /// <summary>Address of the offer or want.</summary>
    public string ProposalAddress(Pole pole) => Elsewhere?.Address ?? Proposal.Address(pole);

    /// <summary>Where it stands by a clock.</summary>
    public AgreementStatus StatusAt(DateTimeOffset now) => Status == AgreementStatus.Proposed && now >= Expires ? AgreementStatus.Expired : Status;
}
