using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Discovery;

/// <summary>The collections of the pole's actor, and the server's actor.</summary>
internal static class ActorEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription().AllowAnonymous();
        group.MapGet("/server/{id}", ReadServer);
        group.MapGet("/server/{id}/outbox", ReadServerOutbox);
        group.MapGet("/pole/{id}/outbox", ReadOutboxAsync);
        group.MapGet("/pole/{id}/followers", (string id, int? page, Pole pole, ICatalogue catalogue, CancellationToken stop) => ReadPartnersAsync("followers", id, page, pole, catalogue, stop));
        group.MapGet("/pole/{id}/following", (string id, int? page, Pole pole, ICatalogue catalogue, CancellationToken stop) => ReadPartnersAsync("following", id, page, pole, catalogue, stop));
        group.MapGet("/activity/{id}", ReadActivityAsync);
    }

    /// <summary>An actor that signs fetches and speaks for nobody, FEP-d556 and FEP-2677.</summary>
    private static Results<ContentHttpResult, NotFound> ReadServer(string id, Pole pole)
    {
        if (id != pole.ServerKey.Id)
        {
            return TypedResults.NotFound();
        }

        var address = pole.ServerAddress;
        return Document(Ap.WriteDocument(new Actor
        {
            Id = address,
            Type = "Application",
            Name = pole.Authority,
            Url = pole.Origin + "/",
            PreferredUsername = pole.Authority.Split(':')[0],
            Inbox = address + "/inbox",
            Outbox = address + "/outbox",
            Endpoints = new() { SharedInbox = pole.Origin + "/inbox" },
            ManuallyApprovesFollowers = true,
            PublicKey = pole.ServerKeys.Rsa,
            AssertionMethod = pole.ServerKeys.Proving,
            Authentication = pole.ServerKeys.Authenticating,
            Implements = Capabilities.Ours,
            Other = Kernel.Records.Terms.Of((WireVersion.Term, WireVersion.Current)),
        }));
    }

    /// <summary>Always empty; its actor names it because every actor must have one.</summary>
    private static Results<ContentHttpResult, NotFound> ReadServerOutbox(string id, Pole pole) =>
        id == pole.ServerKey.Id ? Collection(pole.ServerAddress + "/outbox", total: 0, first: null) : TypedResults.NotFound();

    private static async Task<Results<ContentHttpResult, NotFound>> ReadOutboxAsync(string id, long? before, Pole pole, ILedger ledger, CancellationToken stop)
    {
        if (id != pole.Key.Id)
        {
            return TypedResults.NotFound();
        }

        var address = pole.ActorAddress + "/outbox";
        if (before is null)
        {
            return Collection(address, await ledger.CountPublicAsync(stop), "?before=" + long.MaxValue.ToString(CultureInfo.InvariantCulture));
        }

        var entries = await ledger.ReadPublicAsync(before.Value, PageSize, stop);
        return Page(address, "?before=" + before.Value.ToString(CultureInfo.InvariantCulture), entries.Select(entry => JsonElement.Parse(entry.Activity)),
            entries.Count == PageSize ? "?before=" + entries[^1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Partner poles are public, as their map is; visitors are counted and not named.</summary>
    private static async Task<Results<ContentHttpResult, NotFound>> ReadPartnersAsync(string which, string id, int? page, Pole pole, ICatalogue catalogue, CancellationToken stop)
    {
        if (id != pole.Key.Id)
        {
            return TypedResults.NotFound();
        }

        var query = new CatalogueQuery { Kind = PartnerListing.Kind, Least = Audience.Public, Skip = Math.Clamp(page ?? 0, 0, 1000) * PageSize, Take = PageSize };
        var partners = await catalogue.SearchAsync(query, stop);
        var address = pole.ActorAddress + "/" + which;
        return page is not { } number
            ? Collection(address, partners.Total, "?page=0")
            : Page(address, "?page=" + number.ToString(CultureInfo.InvariantCulture), partners.Entries.Select(entry => JsonSerializer.SerializeToElement(entry.Facts["actor"])),
                partners.Entries.Count == PageSize ? "?page=" + (number + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> ReadActivityAsync(string id, Pole pole, ILedger ledger, CancellationToken stop) =>
        await ledger.FindActivityAsync(pole.Origin + "/activity/" + id, stop) is { Audience: Audience.Public, Activity.Length: > 0 } entry
            ? TypedResults.Content(entry.Activity, Ap.MediaType)
            : TypedResults.NotFound();

    private static ContentHttpResult Collection(string address, long total, string? first) => Document(Ap.WriteDocument(new OrderedCollection
    {
        Id = address,
        Type = "OrderedCollection",
        TotalItems = total,
        First = first is null ? null : address + first,
    }));

    private static ContentHttpResult Page(string address, string query, IEnumerable<JsonElement> items, string? next) => Document(Ap.WriteDocument(new OrderedCollectionPage
    {
        Id = address + query,
        Type = "OrderedCollectionPage",
        PartOf = address,
        OrderedItems = [.. items],
        Next = next is null ? null : address + next,
    }));

    private static ContentHttpResult Document(JsonElement document) => TypedResults.Content(document.GetRawText(), Ap.MediaType);
}
