using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Collaborations;

/// <summary>All that was said in a collaboration as a file to keep: whoever has it can check it without any pole.</summary>
internal static class LogFile
{
    public const string Name = "log.json";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/collaboration/{id}/" + Name, ReadAsync).ExcludeFromDescription().RequireAuthorization(Permissions.Write);

    private static async Task<Results<PushStreamHttpResult, NotFound>> ReadAsync(string id, HttpContext http, ICollaborationEvents events, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        var rows = await events.ReadAsync(id, after: 0, stop);
        return rows.Count == 0 ? TypedResults.NotFound()
            : TypedResults.Stream(target => JsonSerializer.SerializeAsync(target, RawLog.Of(id, rows), StateJson.Options, stop), "application/json", $"collaboration-{id[^12..]}.json");
    }
}
