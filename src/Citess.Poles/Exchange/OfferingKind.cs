using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

/// <summary>An offer is a <c>Proposal</c> whose purpose is <c>offer</c>.</summary>
public sealed class OfferingKind(Prose prose, TimeProvider clock) : ProposalKind<Offering>(prose, clock)
{
    public const string Kind = "offering";

    public override string Name => Kind;

    protected override string Purpose => "offer";

    /// <summary>Valueflows: who gives.</summary>
    protected override string Side => "provider";

    public override IRecordGrain<Offering> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IOfferingGrain>(key.ToString());
}
