using System.Text;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network;
using Citess.Poles.Network.Recovery;
using Citess.Poles.Network.Repair;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Collaborations;

/// <summary>
/// <c>/collaboration/{id}/log</c>: to partners of it alone, signed, whatever they lack, whoever wrote it. To anybody else there
/// is no such collaboration, whether there is or not.
/// </summary>
internal static class LogEndpoint
{
    private const int MaxItems = 200;
    private const int MaxBytes = 700 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/collaboration/{id}/log", ReadAsync).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);

    public static string AddressOf(string origin, string id, IEnumerable<string> heads) => $"{origin}/collaboration/{id}/log?{string.Join('&', heads.Select(head => "head=" + head))}".TrimEnd('?');

    private static async Task<Results<FileContentHttpResult, NotFound>> ReadAsync(
        string id, [FromQuery] string[] head, HttpContext http, SignedFetch fetch, CollaborationBook book, LogExchange exchange, IGrainFactory grains, Pole pole, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (head.Length > SignedEvent.MaxHeads || !PayloadForm.IsHash(id) || await fetch.WhoAsync(http) is not SignerVerdict.Known(var who, _))
        {
            return TypedResults.NotFound();
        }

        if ((await book.ReadAsync(id, stop)).State is not { } state)
        {
            // A partner that asks about what is not known here may have what was lost here, or never came.
            if (await grains.GetGrain<IPartnerGrain>(PartnerActor.Of(who.Document).Key.ToString()).IsReceivingAsync(who.Id))
            {
                exchange.Ask(id, who.Id);
            }

            return TypedResults.NotFound();
        }

        if (state.Membership[who.Id]?.Taking is not (Taking.Invited or Taking.Joined))
        {
            return TypedResults.NotFound();
        }

        // Whoever asks and has seen what is not here can give it.
        if (head.Any(each => !state.Holds(each)))
        {
            exchange.Ask(id, who.Id);
        }

        var room = MaxBytes;
        var items = state.Behind(head).Take(MaxItems).Select(each => each.Document.GetRawText()).TakeWhile(item => (room -= Encoding.UTF8.GetByteCount(item)) > 0).ToList();
        return RepairDocuments.Write(http, pole.Origin + http.Request.Path + http.Request.QueryString, "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", pole.Origin + http.Request.Path);
            json.WriteStartArray("heads");
            state.Heads.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.Items(items);
        });
    }
}
