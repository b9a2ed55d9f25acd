using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>The thesaurus as the matcher goes through it, made when it is first asked for.</summary>
internal static class BuiltGraph
{
    private static readonly Lazy<ConceptGraph> Made = new(() => ConceptGraph.From(Thesaurus.Built.All.Select(concept => (concept.Code, concept.Broader.AsEnumerable()))));

    public static ConceptGraph Graph => Made.Value;
}
