using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices;

/// <summary>A practice is an <c>Article</c>, so that any reader shows at least its card.</summary>
public sealed class PracticeKind(Pole pole, Prose prose, PracticeStory story) : RecordKind<Practice>
{
    public const string Kind = "practice";

    public override string Name => Kind;

    public override bool KeepsVersions => true;

    public override IReadOnlyCollection<BlobLink> Blobs(Practice content) => [.. content.Images, .. content.Attachments];

    public override IEnumerable<FieldProblem> Check(Practice content) => PracticeRules.Check(content);

    public override Practice Shown(Practice content, ClaimsPrincipal who) => who.Identity?.IsAuthenticated == true ? content : content with { Contact = "" };

    public override JsonElement Write(Practice content, Frame frame) => PracticeDocument.Write(content, frame, prose, story);

    public override Practice? Read(ApObject document) => PracticeDocument.Read(document, pole);

    public override Practice Complete(Practice recovered, Practice held) => recovered with { Contact = held.Contact };

    public override CatalogueEntry Describe(Practice content, CatalogueEntry blank) => blank with
    {
        Name = content.Title,
        Summary = content.Line,
        Text = Prose.Words(string.Join('\n', Texts(content).SelectMany(text => text.Texts.Values).Select(each => each.Text))),
        Languages = [.. content.Title.Texts.Keys],
        Sectors = content.Sectors,
        About = content.AdaptedFrom.IsNone ? "" : content.AdaptedFrom.ToString(),
        Territory = content.Territory,
        Status = content.Status.Word(),
        Tags = Tags(content),
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Tags(Practice content) => new (string Facet, IEnumerable<string> Values)[]
    {
        (Facets.Goal, content.Sdgs),
        (Facets.Level, content.Level is { } level ? [level.Word()] : []),
        (Facets.Condition, content.Conditions.Select(condition => condition.Determinant)),
        (Facets.Beneficiary, content.Beneficiaries),
    }.Where(each => each.Values.Any()).ToImmutableSortedDictionary(each => each.Facet, each => each.Values.Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>All that was written at length.</summary>
    public static IEnumerable<MultilingualText> Texts(Practice content) =>
    [
        .. PracticeSection.All.Select(section => section.Of(content)),
        .. content.Phases.SelectMany(phase => new[] { phase.Name, phase.Actors, phase.Resources, phase.Actions }),
        .. content.Results.Select(result => result.What),
        .. content.Conditions.Select(condition => condition.Text),
        .. content.Risks.SelectMany(risk => new[] { risk.Name, risk.Coping }),
        .. content.Blocks.SelectMany(block => new[] { block.Name, block.Text }),
        content.Body,
    ];

    public override IRecordGrain<Practice> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IPracticeGrain>(key.ToString());
}
