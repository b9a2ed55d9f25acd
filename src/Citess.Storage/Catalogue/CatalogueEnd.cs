using System.Globalization;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Storage.Catalogue;

/// <summary>
/// When an entry is over stands beside its facets, in a form that is put in order as text. It is no mark of the text index: a
/// date that is no word would be found by nobody.
/// </summary>
internal static class CatalogueEnd
{
    private const string Facet = "ends";

    public static IEnumerable<FacetValue> Of(CatalogueEntry entry) => entry.Ends is { } ends ? [new(Facet, Value(ends))] : [];

    public static string Value(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>The condition that a row (<c>c</c>) is over by the time in a parameter.</summary>
    public static string IsBy(string parameter) => $"EXISTS (SELECT 1 FROM catalogue_tag e WHERE e.row_id = c.row_id AND e.facet = '{Facet}' AND e.value <= @{parameter})";
}
