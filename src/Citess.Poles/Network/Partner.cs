using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network;

/// <summary>How far one side has come towards receiving from the other.</summary>
public enum Consent
{
    None,
    Asked,
    Given,
    Refused,
}

/// <summary>Where two poles stand, as people see it.</summary>
public enum Connection
{
    None,

    /// <summary>We asked and wait for their answer.</summary>
    Asked,

    /// <summary>They asked and wait for ours.</summary>
    Asking,
    Connected,
    Declined,
    Ended,
}

/// <summary>Another actor, as its own host last showed it.</summary>
[GenerateSerializer, Immutable, Alias("partner-actor")]
public sealed record PartnerActor
{
    [Id(0)]
    public required string Id { get; init; }

    [Id(1)]
    public required string Inbox { get; init; }

    [Id(2)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    [Id(3)]
    public string Territory { get => field ?? ""; init; } = "";

    [Id(4)]
    public bool IsPole { get; init; }

    /// <summary>Fingerprint of the proof key, in groups that two people can compare by telephone.</summary>
    [Id(5)]
    public string Fingerprint { get => field ?? ""; init; } = "";

    /// <summary>Of its document; 0 when that has none, as from other software.</summary>
    [Id(6)]
    public int Revision { get; init; }

    /// <summary>When its document last changed, if that says so.</summary>
    [Id(7)]
    public DateTimeOffset? Updated { get; init; }

    public string Authority => Origin.TryParse(Id, allowHttp: true, out var origin) ? origin.Authority : "";

    /// <summary>A pole is known by its authority; of other servers each follower stands alone.</summary>
    public string Relation => IsPole ? Authority : Authority + "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Id)).AsSpan(0, 8));

    public RecordKey Key => RecordKey.Parse("partner/" + Relation);

    /// <summary>True when <paramref name="other"/> is a later word of the same actor; what says nothing of its age is as late as any.</summary>
    public bool IsBefore(PartnerActor other) => other.Id == Id && (Revision != other.Revision ? Revision < other.Revision : Updated < other.Updated);

    public static PartnerActor Of(Actor document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var name = Terms.Text(document, document.Name ?? document.PreferredUsername, document.NameMap);
        var key = document.AssertionMethod is [{ PublicKeyMultibase: { } multibase }, ..] ? multibase : document.PublicKey is [{ Pem: { } pem }, ..] ? pem : "";
        return new()
        {
            Id = document.Id!,
            Inbox = document.Inbox!,
            Name = name.IsEmpty ? MultilingualText.Of("und", document.Id!) : name,
            Territory = Terms.Word(document, "territory"),
            IsPole = document.Kind == Pole.PoleKind,
            Fingerprint = string.Join(' ', Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 10)).Chunk(4).Select(group => new string(group))),
            Revision = document.Revision ?? 0,
            Updated = document.Updated,
        };
    }
}

/// <summary>What is stored of a relation with one actor elsewhere.</summary>
public sealed record PartnerState
{
    private static readonly TimeSpan BeginsAgain = TimeSpan.FromHours(1);

    public PartnerActor? Actor { get; init; }

    /// <summary>Counts each change: with the key it names outbox entries.</summary>
    public int Version { get; init; }

    /// <summary>Our Follow of them: what it takes for their things to come here.</summary>
    public Consent Ours { get; init; }

    public string? OurFollow { get; init; }

    /// <summary>Their Follow of us: what it takes for our things to go there.</summary>
    public Consent Theirs { get; init; }

    public string? TheirFollow { get; init; }

    /// <summary>The Follow as it came, since the answer shows it again.</summary>
    public string? TheirFollowJson { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>When it was last sent all that it may see, from the beginning; null as long as it never was.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset Updated { get; init; }

    public string By { get; init; } = "";

    public ImmutableArray<OutboxEntry> Outbox { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>
    /// Whether one that begins to follow is sent all that it may see. A visitor is not: what is older stands in the outbox,
    /// and mallory would have a library sent to whom he likes. A pole is, and once more when it was restored; oftener than
    /// hourly it is left to pull what it lacks.
    /// </summary>
    public bool BeginsAtTheStart(DateTimeOffset now) => Actor is { IsPole: true } && !(now - BegunAt < BeginsAgain);

    /// <summary>The first time does not count: who is restored within the hour after it connected is sent all once more.</summary>
    public PartnerState Begun(DateTimeOffset now) => this with { BegunAt = BegunAt is null ? DateTimeOffset.UnixEpoch : now };

    public Connection Connection => (Ours, Theirs) switch
    {
        (Consent.Given, Consent.Given) => Connection.Connected,
        (_, Consent.Asked) => Connection.Asking,
        (Consent.Asked, _) or (Consent.Given, Consent.None) => Connection.Asked,
        (Consent.Refused, _) => Connection.Declined,
        (Consent.None, Consent.None) when Version > 0 => Connection.Ended,
        (_, Consent.Given) => Connection.Connected,
        _ => Connection.None,
    };
}

/// <summary>A relation as pages and the API show it.</summary>
[GenerateSerializer, Immutable, Alias("partner-view")]
public sealed record PartnerView
{
    [Id(0)]
    public required PartnerActor Actor { get; init; }

    [Id(1)]
    public required Connection Connection { get; init; }

    [Id(2)]
    public DateTimeOffset? Since { get; init; }

    [Id(3)]
    public required DateTimeOffset Updated { get; init; }

    /// <summary>True when what they share is taken in here.</summary>
    [Id(4)]
    public required bool IsReceiving { get; init; }

    /// <summary>True when what we share goes there.</summary>
    [Id(5)]
    public required bool IsSending { get; init; }
}
