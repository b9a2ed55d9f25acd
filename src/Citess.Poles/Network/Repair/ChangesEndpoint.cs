using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Outgoing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// <c>/changes</c>: what this pole shared, as far as the asker may see it, each document once at its latest change. With
/// <c>of</c> it is what this pole holds of another, for whom that one does not answer.
/// </summary>
internal static class ChangesEndpoint
{
    public const string Path = "/changes";

    /// <summary>Addresses that may be asked for at once: a line of a request is 8 KiB.</summary>
    public const int MaxIds = 40;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, ReadAsync).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(
        string? after, string? has, string? of, [FromQuery] string[] id, HttpContext http, Sights sights, IChanges changes, Digests digests, HeldOf held, Fetched fetched, Pole pole, CancellationToken stop)
    {
        var asker = await sights.OfAsync(http);
        if (asker.Refusal is { } refusal)
        {
            return refusal;
        }

        if (of is not null && of != pole.Authority)
        {
            return await held.ReadAsync(http, asker, of, after, stop);
        }

        var address = pole.Origin + Path;
        if (id.Length > 0)
        {
            return await FindAsync(id, http, asker.Sight, changes, pole, stop);
        }

        if (after is null)
        {
            var total = await digests.CountAsync(asker.Sight, stop);
            return RepairDocuments.Write(http, address, "OrderedCollection", json =>
            {
                json.WriteNumber("totalItems", total);
                json.WriteString("first", address + "?after=0");
            });
        }

        return !Cursor.TryParse(after, out var cursor) ? Unread("after is epoch.number, or 0 for the beginning.")
            : !cursor.IsOf(pole.Epoch) ? EpochChanged(pole)
            : !Cursor.TryParse(has ?? after, out var stored) || !stored.IsOf(pole.Epoch) || stored.Number > cursor.Number ? Unread("has is epoch.number, and not beyond after.")
            : await PageAsync(http, asker.Sight, cursor, stored, changes, fetched, pole, stop);
    }

    private static async Task<FileContentHttpResult> PageAsync(HttpContext http, Sight sight, Cursor after, Cursor has, IChanges changes, Fetched fetched, Pole pole, CancellationToken stop)
    {
        var slice = await changes.ReadAsync(sight, after.Number, stop);
        if (sight.Relation.Length > 0)
        {
            await fetched.PageAsync(sight.Relation, has.Number, slice.Upto, slice.IsLast, stop);
        }

        var (address, cursor) = (pole.Origin + Path, new Cursor(pole.Epoch, slice.Upto).ToString());
        return RepairDocuments.Write(http, address + http.Request.QueryString, "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", address);
            json.WriteString("cursor", cursor);
            if (!slice.IsLast)
            {
                json.WriteString("next", address + "?after=" + cursor);
            }

            json.Items(slice.Items.Select(each => each.Document.Json));
        });
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> FindAsync(string[] ids, HttpContext http, Sight sight, IChanges changes, Pole pole, CancellationToken stop)
    {
        if (ids.Length > MaxIds)
        {
            return Unread("At most 40 addresses at once.");
        }

        var keys = ids.Select(id => pole.TryOwn(id, out var key) ? key.ToString() : null).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = await changes.FindAsync(sight, keys, stop);
        var (address, page) = (pole.Origin + Path, PageRoom.Fill(found));
        return RepairDocuments.Write(http, address + http.Request.QueryString, "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", address);
            if (page.Count < found.Count)
            {
                json.WriteString("next", AddressOf(address, found.Skip(page.Count).Select(each => pole.Origin + "/" + each.Key)));
            }

            json.Items(page.Select(each => each.Json));
        });
    }

    /// <summary>Where some documents are asked for by their ids.</summary>
    public static string AddressOf(string changes, IEnumerable<string> ids) => changes + "?" + string.Join('&', ids.Select(id => "id=" + Uri.EscapeDataString(id)));

    internal static ProblemHttpResult Unread(string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, type: Problems.Address("bad-json"), title: "Cannot be read", detail: detail);

    internal static ProblemHttpResult EpochChanged(Pole pole) => TypedResults.Problem(
        statusCode: StatusCodes.Status410Gone,
        type: Problems.Address("epoch-changed"),
        title: "The numbers begin anew",
        detail: "This database is another than the one that gave this cursor. Compare digests, then go on from what they say.",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["epoch"] = pole.Epoch });
}
