using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Repair;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Network.Contributions;

/// <summary><c>/kind/{id}/contributions</c>, FEP-400e and FEP-7888: what poles said about a record of ours, each in its own signed document, as far as the asker may see it.</summary>
internal static class ContributionsEndpoint
{
    private const int PageSize = 20;
    private const int MaxPage = CatalogueQuery.MaxCounted / PageSize;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in routes.ServiceProvider.GetServices<IRecordKind>().Select(kind => kind.Name))
        {
            routes.MapGet($"/{kind}/{{id}}{Addition.Collection}", (string id, int? page, HttpContext http, Sights sights, IDocuments documents, ICatalogue catalogue, IEnumerable<IContributionKind> kinds, Pole pole, CancellationToken stop) =>
                ReadAsync(kind, id, page, http, sights, documents, catalogue, kinds, pole, stop)).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required, new CostlyAttribute());
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(
        string kind, string id, int? page, HttpContext http, Sights sights, IDocuments documents, ICatalogue catalogue, IEnumerable<IContributionKind> kinds, Pole pole, CancellationToken stop)
    {
        var asker = await sights.OfAsync(http);
        if (asker.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!RecordKey.TryRecord(kind, id, out var key) || await documents.FindAsync("", key, stop) is not { IsTombstone: false } record || record.Audience < asker.Sight.Least)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, type: Problems.Address("not-found"), title: "Not found", detail: "There is nothing here that may be shown.");
        }

        var address = pole.Address(key) + Addition.Collection;
        var entries = await kinds.ToAsyncEnumerable()
            .SelectMany(each => catalogue.AllAsync(new() { Kind = each.Name, Least = asker.Sight.Least, About = key.ToString() }, stop))
            .Skip(Math.Clamp(page ?? 0, 0, MaxPage) * PageSize).Take(page is null ? CatalogueQuery.MaxCounted : PageSize + 1).ToListAsync(stop);
        if (page is not { } number)
        {
            return RepairDocuments.Write(http, address, "OrderedCollection", json =>
            {
                json.WriteString("attributedTo", pole.ActorAddress);
                json.WriteNumber("totalItems", entries.Count);
                json.WriteString("first", address + "?page=0");
            });
        }

        var said = new List<string>();
        foreach (var entry in entries.Take(PageSize))
        {
            if (await documents.FindAsync(entry.Origin, RecordKey.Parse(entry.Key), stop) is { IsTombstone: false } document)
            {
                said.Add(document.Json);
            }
        }

        return RepairDocuments.Write(http, Page(number), "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", address);
            if (entries.Count > PageSize)
            {
                json.WriteString("next", Page(number + 1));
            }

            json.Items(said);
        });

        string Page(int of) => string.Create(CultureInfo.InvariantCulture, $"{address}?page={of}");
    }
}
