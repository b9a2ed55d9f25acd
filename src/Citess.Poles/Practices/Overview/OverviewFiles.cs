using System.ServiceModel.Syndication;
using System.Xml;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Export;
using Citess.Poles.Practices.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Practices.Overview;

/// <summary>The overview as a table, and what is new as a feed, in the language of the page; of what the asker may see.</summary>
internal static class OverviewFiles
{
    public const string Csv = "overview.csv";
    public const string Atom = "news.atom";

    private const int MaxNews = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/practices").ExcludeFromDescription();
        group.MapGet("/" + Csv, WriteCsv).RequireAuthorization().WithMetadata(new CostlyAttribute());
        group.MapGet("/" + Atom, WriteAtomAsync).AllowAnonymous();
    }

    /// <summary>XML knows no control characters, and one title that has one would end the feed for every reader.</summary>
    internal static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xfffe or 0xffff))));

    private static IResult WriteCsv(HttpContext http, Overviews overviews, Kernel.Texts.Text words, Pole pole)
    {
        http.Response.Headers.CacheControl = "no-store";
        string[] headings = [words["practices.one"], words["overview.pole"], words["overview.received"], words["overview.tried"], words["overview.given"], words["overview.reviews"], words["overview.since"]];
        return TypedResults.Stream(
            target => CsvFile.WriteAsync(target, headings, RowsAsync(http, overviews), http.RequestAborted), CsvFile.MediaType, $"overview-{pole.Authority.Replace(':', '-')}.csv");
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(HttpContext http, Overviews overviews)
    {
        foreach (var practice in (await overviews.OfAsync(http.User, http.RequestAborted)).Practices)
        {
            yield return [practice.Entry.Name.Show(Languages.Current.Code).Text, practice.Pole.Text, practice.Received, practice.Adoptions, practice.Stopped, practice.Reviews, practice.Entry.Created.UtcDateTime];
        }
    }

    private static async Task<IResult> WriteAtomAsync(HttpContext http, ICatalogue catalogue, IPoleNames poles, Kernel.Texts.Text words, Pole pole, CancellationToken stop)
    {
        var home = $"{pole.Origin}/{Languages.Current.Code}/";
        var news = new List<CatalogueEntry>();
        foreach (var kind in new[] { PracticeKind.Kind, AdoptionKind.Kind, ReviewKind.Kind })
        {
            news.AddRange((await catalogue.SearchAsync(new() { Kind = kind, Least = http.User.Least(), Take = MaxNews }, stop)).Entries);
        }

        var items = new List<SyndicationItem>();
        foreach (var entry in news.OrderByDescending(entry => entry.Updated).Take(MaxNews))
        {
            var (name, summary) = (Clean(entry.Name.Show(Languages.Current.Code).Text), Clean(entry.Summary.Show(Languages.Current.Code).Text));
            items.Add(new($"{words["overview.news." + entry.Kind]}: {name}", summary, new Uri(home + entry.PagePath), home + entry.PagePath, entry.Updated) { Authors = { new SyndicationPerson { Name = Clean((await poles.OfAsync(entry.Origin)).Text) } } });
        }

        var feed = new SyndicationFeed(words["overview.title"], words["overview.lead"], new Uri(home + "practices"), home + "practices/" + Atom, items.Count > 0 ? items[0].LastUpdatedTime : DateTimeOffset.UnixEpoch, items) { Language = Languages.Current.Code };
        await using var output = new MemoryStream();
        await using (var xml = XmlWriter.Create(output, new() { Async = true, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            new Atom10FeedFormatter(feed).WriteTo(xml);
        }

        http.Response.Headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "no-store" : "public, max-age=300";
        return TypedResults.Bytes(output.ToArray(), "application/atom+xml; charset=utf-8");
    }
}
