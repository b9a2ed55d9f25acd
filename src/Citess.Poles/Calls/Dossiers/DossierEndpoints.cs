using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Practices.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Calls.Dossiers;

/// <summary>The dossier as files beside its page, and for programs.</summary>
internal static class DossierEndpoints
{
    public const string Xlsx = "dossier.xlsx";
    public const string Json = "dossier.json";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/call/{id}").ExcludeFromDescription().RequireAuthorization(Permissions.Share);
        files.MapGet("/" + Xlsx, WriteXlsxAsync);
        files.MapGet("/" + Json, WriteJsonAsync);
        routes.MapGet("/api/calls/{id}/dossier", ReadAsync).WithTags("calls").WithName("read-call-dossier").RequireAuthorization(Permissions.Share).ProducesProblem(404);
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> WriteXlsxAsync(string id, DossierDesk desk, DossierTable table, HttpContext http)
    {
        if (await desk.ReadAsync(http.User, id) is not { } dossier)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(target => XlsxFile.WriteAsync(target, table.Headings, table.RowsAsync(dossier, http.RequestAborted), http.RequestAborted), XlsxFile.MediaType, $"dossier-{id}.xlsx");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteJsonAsync(string id, DossierDesk desk, HttpContext http)
    {
        if (await desk.ReadAsync(http.User, id) is not { } dossier)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(System.Text.Encoding.UTF8.GetBytes(StateJson.Write(dossier)), "application/json", $"dossier-{id}.json");
    }

    private static async Task<Ok<Dossier>> ReadAsync(string id, DossierDesk desk, ClaimsPrincipal who) =>
        TypedResults.Ok(await desk.ReadAsync(who, id) ?? throw new RefusedException(Refusal.NotFound, "There is no such call."));
}
