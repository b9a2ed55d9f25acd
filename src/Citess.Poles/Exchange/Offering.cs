namespace Citess.Poles.Exchange;

/// <summary>What somebody can give, as people call it: an offer. The word is taken: it is a verb of the wire.</summary>
[GenerateSerializer, Immutable, Alias("offering")]
public sealed record Offering : Proposal;
