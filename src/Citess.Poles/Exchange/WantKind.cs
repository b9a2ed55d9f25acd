using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>A want is a <c>Proposal</c> whose purpose is <c>request</c>.</summary>
public sealed class WantKind(Prose prose, TimeProvider clock) : ProposalKind<Want>(prose, clock)
{
    public const string Kind = "want";

    public override string Name => Kind;

    protected override string Purpose => "request";

    /// <summary>Valueflows: who is given to.</summary>
    protected override string Side => "receiver";

    public override IEnumerable<FieldProblem> Check(Want content) =>
        [.. base.Check(content), .. Kernel.Check.List("Urgency", [content.Urgency.Word()], 1, word => EnumWords.Choice<Urgency>(word) is not null)];

    public override CatalogueEntry Describe(Want content, CatalogueEntry blank)
    {
        var entry = base.Describe(content, blank);
        return entry with { Tags = entry.Tags.Add(Facets.Urgency, [content.Urgency.Word()]) };
    }

    public override IRecordGrain<Want> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IWantGrain>(key.ToString());

    protected override object? UrgencyOf(Want content) => content.Urgency.Word();

    protected override Want Rest(Want read, ApObject document) => read with { Urgency = EnumWords.Choice<Urgency>(Terms.Word(document, "urgency")) ?? Urgency.Whenever };
}
