using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Collections;

/// <summary>
/// A collection is an <c>Article</c> that is a list of links, which any reader shows; beside it stand the same practices as
/// <c>Link</c>s under <c>orderedItems</c>, where AS2 has what is in a collection.
/// </summary>
public sealed class CollectionKind(Pole pole, Prose prose) : RecordKind<PracticeCollection>
{
    public const string Kind = "collection";

    /// <summary>Facet of a listed collection: the practices in it, as the catalogue names them, in no order.</summary>
    public const string Holds = "holds";

    private const string Items = "orderedItems";

    public override string Name => Kind;

    public override IEnumerable<FieldProblem> Check(PracticeCollection content) =>
    [
        .. Kernel.Check.Text("Title", content.Title, PracticeCollection.MaxTitle, isNeeded: true),
        .. Kernel.Check.Text("Purpose", content.Purpose, PracticeCollection.MaxPurpose, isNeeded: false),
        .. content.Practices.Length > PracticeCollection.Most ? [new FieldProblem("Practices", "collections.check.many", $"{PracticeCollection.Most}")]
            : content.Practices.All(each => IsPractice(each.Practice)) && content.Practices.DistinctBy(each => each.Practice.ToString()).Count() == content.Practices.Length ? content.Practices.SelectMany(CheckOne)
            : [new("Practices", "kernel.check.choice")],
    ];

    public override async Task CheckReachAsync(PracticeCollection content, Reach reach, RecordView<PracticeCollection>? held, ICatalogue catalogue)
    {
        // What the rules above refuse is not looked up.
        if (Check(content).Any())
        {
            return;
        }

        var isWider = held is null || reach.LosesSightBy(held.Reach);
        foreach (var each in content.Practices)
        {
            var isNew = held?.Content.Practices.Any(before => before.Is(each.Practice.ToString())) != true;
            if (!isNew && !isWider)
            {
                continue;
            }

            var entry = await catalogue.FindAsync(each.Practice.Authority ?? "", RecordKey.Parse(each.Practice.Key));
            var isGone = entry is null or { IsWithdrawn: true };
            if (isGone ? isNew || reach.IsShared : reach.IsShared && entry!.Audience < reach.Extent)
            {
                throw new RefusedException(
                    Refusal.Invalid,
                    "A collection is for no more people than each practice in it.",
                    new FieldProblem("Practices", isGone ? "collections.check.gone" : "collections.check.narrower", each.Name.SourceText));
            }
        }
    }

    public override JsonElement Write(PracticeCollection content, Frame frame) => Ap.WriteDocument(
        new Told(content.Title, content.Purpose, MultilingualText.Empty) { Story = Story(content) }.Into(frame.Open("Article"), prose, (Items, content.Practices.Select(Write).ToList())));

    public override PracticeCollection? Read(ApObject document)
    {
        if (document.Type != "Article")
        {
            return null;
        }

        var told = Told.In(document);
        return new()
        {
            Title = told.Name,
            Purpose = told.Line,
            Practices = [.. Terms.Things(document, Items, PracticeCollection.Most).Select(ReadOne).OfType<CollectedPractice>().DistinctBy(each => each.Practice.ToString())],
        };
    }

    public override CatalogueEntry Describe(PracticeCollection content, CatalogueEntry blank) => blank with
    {
        Name = content.Title,
        Summary = content.Purpose,
        Text = string.Join('\n', content.Practices.SelectMany(each => each.Name.Texts.Values.Concat(each.Reason.Texts.Values)).Select(text => text.Text)),
        Languages = [.. content.Title.Texts.Keys],
        Tags = content.Practices.IsEmpty ? blank.Tags : blank.Tags.Add(Holds, [.. content.Practices.Select(each => each.Practice.ToString())]),
    };

    public override IRecordGrain<PracticeCollection> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<ICollectionGrain>(key.ToString());

    /// <summary>The practices in a listed collection, as the catalogue names them.</summary>
    public static ImmutableArray<string> In(CatalogueEntry entry) => entry.Tags.GetValueOrDefault(Holds, []);

    /// <summary>An address that its own pole would not know is no practice, and neither is one with another's owner.</summary>
    private bool IsPractice(RecordReference practice) =>
        !practice.IsNone && RecordReference.Of(practice.Address(pole), practice.OwnerAddress(pole), pole) is { IsNone: false } known
        && known.Origin == practice.Origin && known.Key == practice.Key && RecordKey.Parse(known.Key).Kind == PracticeKind.Kind;

    private static IEnumerable<FieldProblem> CheckOne(CollectedPractice each, int index) =>
    [
        .. Kernel.Check.Text($"Practices[{index}].Name", each.Name, CollectedPractice.MaxName, isNeeded: true),
        .. Kernel.Check.Text($"Practices[{index}].Reason", each.Reason, CollectedPractice.MaxReason, isNeeded: false),
    ];

    private ApObject Write(CollectedPractice each) => new()
    {
        Type = "Link",
        AttributedTo = each.Practice.OwnerAddress(pole),
        Name = each.Name.SourceText,
        NameMap = each.Name.ToMap(),
        Other = Terms.Of(
            ("href", each.Practice.Address(pole)),
            ("hreflang", each.Name.Source),
            ("sourceLanguage", each.Reason.IsEmpty ? null : each.Reason.Source),
            ("details", each.Reason.ToMap())),
    };

    private CollectedPractice? ReadOne(ApObject link)
    {
        var practice = RecordReference.Of(Terms.Word(link, "href"), link.AttributedTo, pole);
        return practice.IsNone || RecordKey.Parse(practice.Key).Kind != PracticeKind.Kind ? null : new()
        {
            Practice = practice,
            Name = Terms.Text(link, link.Name, link.NameMap, Terms.Word(link, "hreflang")),
            Reason = Terms.Text(link, "details"),
        };
    }

    /// <summary>The list in every language that the collection is told in.</summary>
    private MultilingualText Story(PracticeCollection content) => content.Practices.IsEmpty ? MultilingualText.Empty : new()
    {
        Source = content.Title.Source,
        Texts = content.Title.Texts.Keys.ToImmutableSortedDictionary(code => code, code => new LanguageText(string.Concat(content.Practices.Select(each => Line(each, code)))), StringComparer.Ordinal),
    };

    private string Line(CollectedPractice each, string code)
    {
        var (name, reason) = (Prose.Literal(each.Name.Show(code).Text), Prose.Literal(each.Reason.Show(code).Text));
        return $"1. [{name}]({each.Practice.Address(pole)}){(reason.Length > 0 ? ": " + reason : "")}\n";
    }
}
