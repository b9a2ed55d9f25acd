using System.Collections.Immutable;
using System.Globalization;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>Agreements as lists show them, to the people of this pole alone. Never shared as documents.</summary>
internal sealed class AgreementListing : IRecordKind
{
    /// <summary>Facet: the other side.</summary>
    public const string Party = "party";

    /// <summary>Value of it for all who are no pole.</summary>
    public const string Strangers = "~";

    public const string Side = "side";
    public const string Asking = "asking";
    public const string Asked = "asked";

    /// <summary>Fact: when the yes was said.</summary>
    public const string Answered = "answered";

    /// <summary>Facet: the id of the agreement itself.</summary>
    public const string Address = "agreement";

    public string Name => Agreement.Kind;

    public bool IsOnly => false;

    public bool KeepsVersions => false;

    public static CatalogueEntry Of(RecordKey key, AgreementState state)
    {
        var held = state.Held!;
        return new()
        {
            Key = key.ToString(),
            Revision = state.Version,
            Audience = Audience.Own,
            Created = held.Proposed,
            Updated = state.Updated,
            Name = held.Title,
            Summary = held.Note,
            About = held.Elsewhere?.Address ?? held.Proposal.ToString(),
            Status = held.Status.Word(),
            Ends = held.Status == AgreementStatus.Proposed ? held.Expires : null,
            Tags = Tags(held),
            Facts = Facts(held),
        };
    }

    public CatalogueEntry? OfState(string json, RecordKey key) => StateJson.Read<AgreementState>(json) is { Held: not null } state ? Of(key, state) : null;

    public CatalogueEntry? OfDocument(ApObject document, CatalogueEntry blank) => null;

    public Task RenewAsync(IGrainFactory grains, RecordKey key) => Task.CompletedTask;

    public Task RecoverAsync(IGrainFactory grains, RecordKey key, ApObject document, LostRevision lost) => Task.CompletedTask;

    private static ImmutableSortedDictionary<string, string> Facts(Agreement held)
    {
        var facts = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add("relation", held.Relation).Add("quantity", $"{held.Quantity}").Add("unit", held.UnitWord).Add("side", held.IsOurs ? Asking : Asked);
        return held is { Answered: { } answered, Status: AgreementStatus.Accepted or AgreementStatus.Completed } ? facts.Add(Answered, answered.ToString("O", CultureInfo.InvariantCulture)) : facts;
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Tags(Agreement held)
    {
        var tags = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal)
            .Add(Party, held.IsOurs || !held.Relation.Contains('~', StringComparison.Ordinal) ? [held.Relation] : [held.Relation, Strangers]).Add(Side, [held.IsOurs ? Asking : Asked]);
        return held.Address.Length == 0 ? tags : tags.Add(Address, [held.Address]);
    }
}
