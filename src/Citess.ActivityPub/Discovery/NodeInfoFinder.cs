using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;

namespace Citess.ActivityPub.Discovery;

/// <summary>Asks a server what software it runs, by NodeInfo.</summary>
/// <param name="client">The client of <see cref="SafeHttp"/>.</param>
/// <param name="options">Its options.</param>
/// <param name="time">The clock.</param>
/// <param name="hosts">Which hosts nothing is asked of; without it, none is closed.</param>
public sealed class NodeInfoFinder(HttpClient client, SafeHttpOptions options, TimeProvider time, IHostPolicy? hosts = null)
{
    private const string Rel = "http://nodeinfo.diaspora.software/ns/schema/2.";
    private const int MaxText = 100;

    private readonly JsonFetcher json = new(client, options, time, dialects: null, hosts);

    /// <summary>Name and version, in two requests; null when the server does not say. Never throws for what others answer.</summary>
    public async Task<NodeInfoSoftware?> FindAsync(Origin host, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var budget = new FetchBudget(requests: 4);
        return await GetAsync(host.Url + "/.well-known/nodeinfo", budget, token) is { } links && Newest(links, host) is { } address
            && await GetAsync(address, budget, token) is { } document && Object(document, "software") is { } software
            ? new() { Name = Text(software, "name"), Version = Text(software, "version") }
            : null;
    }

    private async Task<JsonElement?> GetAsync(string url, FetchBudget budget, CancellationToken token) =>
        await json.GetAsync(url, "application/json", MediaTypes.IsJrd, budget, signer: null, token) is FetchResult.Fetched { Root: { ValueKind: JsonValueKind.Object } root } ? root : null;

    // A document on another host says nothing of this one.
    private static string? Newest(JsonElement links, Origin host) =>
        links.TryGetProperty("links", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
                .Where(link => link.ValueKind == JsonValueKind.Object)
                .Select(link => (Rel: Text(link, "rel"), Href: Text(link, "href", max: 2000)))
                .Where(link => link.Rel?.StartsWith(Rel, StringComparison.Ordinal) == true && Origin.TryParse(link.Href, allowHttp: true, out var origin) && origin == host)
                .OrderByDescending(link => link.Rel, StringComparer.Ordinal)
                .Select(link => link.Href)
                .FirstOrDefault()
            : null;

    private static JsonElement? Object(JsonElement from, string member) =>
        from.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement from, string member, int max = MaxText) =>
        from.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Length <= max ? text : null;
}
