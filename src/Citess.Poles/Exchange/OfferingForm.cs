namespace Citess.Poles.Exchange;

/// <summary>An offer as its form holds it.</summary>
public sealed class OfferingForm : ProposalForm<Offering>;
