using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>What a person asked a list for, from the address of the page; what makes no sense is passed over.</summary>
public readonly struct ListSearch(IQueryCollection query)
{
    private const int PageSize = 20;
    private static readonly string[] Names =
        ["q", "from", "pole", "sector", "territory", "status", "language", Facets.Goal, Facets.Level, Facets.Condition, Facets.Beneficiary, Facets.Review, Facets.Adoption];

    public CatalogueQuery For(string kind, ClaimsPrincipal who) => new()
    {
        Kind = kind,
        Least = who.Least(),

        // Otherwise nobody would find it again to restore it.
        WithWithdrawn = who.May(Permissions.Write),
        Text = Short(query["q"]),
        From = Enum.TryParse<Provenance>(query["from"], out var from) && Enum.IsDefined(from) ? from : Provenance.Anywhere,
        Origin = Some(query["pole"]),
        Sector = Some(query["sector"]),
        Territory = Some(query["territory"]),
        Status = Some(query["status"]),
        Language = Some(query["language"]),
        Tags = Facets.Of((Facets.Goal, Some(query[Facets.Goal])), (Facets.Level, Some(query[Facets.Level])), (Facets.Condition, Some(query[Facets.Condition])), (Facets.Beneficiary, Some(query[Facets.Beneficiary]))),
        Said = Facets.Said((Facets.Review, Some(query[Facets.Review])), (Facets.Adoption, Some(query[Facets.Adoption]))),
        Skip = int.TryParse(query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 1 and <= CatalogueQuery.MaxCounted / PageSize ? (page - 1) * PageSize : 0,
        Take = PageSize,
    };

    /// <summary>The same search as the query of an address, without the page and without what is no search.</summary>
    public string Address
    {
        get
        {
            var asked = query;
            return QueryString.Create(Names.Where(name => !string.IsNullOrWhiteSpace(asked[name])).Select(name => KeyValuePair.Create(name, (string?)Short(asked[name])))).Value!;
        }
    }

    private static string Short(string? text) => text is null ? "" : text.Trim() is { Length: > 200 } tooLong ? tooLong[..200] : text.Trim();

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : Short(text);
}
