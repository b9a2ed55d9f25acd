using System.Security.Claims;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Practices.Export;

/// <summary>
/// Files beside the pages: below the address of a list, with its query, or of one practice, in the language of the page.
/// </summary>
internal static class ExportEndpoints
{
    public const string Csv = "table.csv";
    public const string Xlsx = "table.xlsx";
    public const string Signed = "signed.jsonl.gz";
    public const string Document = "signed.jsonld";

    private delegate Task Writer(Stream target, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription().AllowAnonymous();
        var whole = group.MapGroup("").WithMetadata(new CostlyAttribute());
        whole.MapGet("/practices/" + Csv, (HttpContext http, ExportDesk desk, PracticeTable table, Pole pole) =>
            Table(http, table, All(http, desk), CsvFile.WriteAsync, CsvFile.MediaType, Name(pole) + ".csv"));
        whole.MapGet("/practices/" + Xlsx, (HttpContext http, ExportDesk desk, PracticeTable table, Pole pole) =>
            Table(http, table, All(http, desk), XlsxFile.WriteAsync, XlsxFile.MediaType, Name(pole) + ".xlsx"));
        whole.MapGet("/practices/" + Signed, (HttpContext http, ExportDesk desk, ISignedFiles files, Pole pole) =>
            Stream(http, target => files.WriteAsync(desk.DocumentsAsync(http.User, Query(http), http.RequestAborted), target, http.RequestAborted), "application/gzip", Name(pole) + ".jsonl.gz"));
        foreach (var place in new[] { "/practice/{id}/", "/from/{authority}/practice/{id}/" })
        {
            group.MapGet(place + Csv, (string id, string? authority, HttpContext http, ExportDesk desk, PracticeTable table) =>
                OneAsync(http, table, desk.RowAsync(http.User, authority ?? "", id, http.RequestAborted), CsvFile.WriteAsync, CsvFile.MediaType, $"practice-{id}.csv"));
            group.MapGet(place + Xlsx, (string id, string? authority, HttpContext http, ExportDesk desk, PracticeTable table) =>
                OneAsync(http, table, desk.RowAsync(http.User, authority ?? "", id, http.RequestAborted), XlsxFile.WriteAsync, XlsxFile.MediaType, $"practice-{id}.xlsx"));
            group.MapGet(place + Document, DocumentAsync);
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DocumentAsync(string id, string? authority, HttpContext http, ExportDesk desk, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await desk.DocumentAsync(http.User, authority ?? "", id, stop) is { } document
            ? TypedResults.Bytes(System.Text.Encoding.UTF8.GetBytes(document.Json), Ap.MediaType, $"practice-{id}.jsonld")
            : TypedResults.NotFound();
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> OneAsync(HttpContext http, PracticeTable table, IAsyncEnumerable<PracticeRow> rows, Writer write, string mediaType, string name) =>
        await rows.FirstOrDefaultAsync(http.RequestAborted) is { } row
            ? Table(http, table, new[] { row }.ToAsyncEnumerable(), write, mediaType, name)
            : TypedResults.NotFound();

    private static PushStreamHttpResult Table(HttpContext http, PracticeTable table, IAsyncEnumerable<PracticeRow> rows, Writer write, string mediaType, string name) =>
        Stream(http, target => write(target, table.Headings, rows.Select(table.Cells), http.RequestAborted), mediaType, name);

    private static PushStreamHttpResult Stream(HttpContext http, Func<Stream, Task> write, string mediaType, string name)
    {
        // What is in it depends on who asks.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(write, mediaType, name);
    }

    private static IAsyncEnumerable<PracticeRow> All(HttpContext http, ExportDesk desk) => desk.RowsAsync(http.User, Query(http), http.RequestAborted);

    private static Kernel.Catalogue.CatalogueQuery Query(HttpContext http) => new ListSearch(http.Request.Query).For(PracticeKind.Kind, http.User);

    private static string Name(Pole pole) => "practices-" + pole.Authority.Replace(':', '-');
}
