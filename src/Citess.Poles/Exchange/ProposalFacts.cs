namespace Citess.Poles.Exchange;

/// <summary>Names of the facts that rows of offers and wants have.</summary>
internal static class ProposalFacts
{
    /// <summary>Codes of the concepts that it is about, with blanks between; the facet has the wider ones as well.</summary>
    public const string Concepts = "concepts";

    /// <summary>The first day, when there is one.</summary>
    public const string From = "from";

    /// <summary>The last day.</summary>
    public const string Until = "until";
}
