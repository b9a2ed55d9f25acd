using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>What somebody looks for.</summary>
[GenerateSerializer, Immutable, Alias("want")]
public sealed record Want : Proposal
{
    [Id(0)]
    public Urgency Urgency { get; init; }
}
