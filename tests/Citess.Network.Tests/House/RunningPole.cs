using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Practices.Talk;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>A pole that is set up, with a program of a coordinator that speaks to its API.</summary>
public sealed record RunningPole(TestPole Process, HttpClient Api) : IAsyncDisposable
{
    public string Name => Process.Name;

    public string Origin => Process.Origin;

    public string Authority => Process.Authority;

    public PoleDatabase Database => Process.Database;

    public string Address(string id) => $"{Origin}/practice/{id}";

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
    }

    /// <summary>Creates a practice under an id made here; fails when it is not answered with success.</summary>
    public async Task<int> CreateAsync(string id, Practice practice, Audience audience = Audience.Public) =>
        await ReceiptAsync(await PutAsync(id, practice, audience, seen: null));

    public async Task<int> EditAsync(string id, Practice practice, int seen, Audience audience = Audience.Public) =>
        await ReceiptAsync(await PutAsync(id, practice, audience, seen));

    public async Task<int> WithdrawAsync(string id, int seen) => await ReceiptAsync(await TurnAsync(id, "withdraw", seen));

    public async Task<int> RestoreAsync(string id, int seen) => await ReceiptAsync(await TurnAsync(id, "restore", seen));

    /// <summary>Shares a practice with the poles named and no other; <paramref name="seen"/> is null to create it.</summary>
    public async Task<int> ListAsync(string id, Practice practice, int? seen, params IEnumerable<RunningPole> partners) =>
        await ReceiptAsync(await PutAsync(id, practice, Audience.Own, seen, [.. partners.Select(partner => partner.Authority)]));

    /// <summary>Says something about a practice; <paramref name="seen"/> is null to begin.</summary>
    public async Task<int> NoteAsync(string id, Note note, int? seen = null) => await ReceiptAsync(await PutAsync("notes", id, note, Audience.Public, seen, partners: null));

    /// <summary>Shares a collection with the network; <paramref name="seen"/> is null to begin.</summary>
    public async Task<int> CollectAsync(string id, PracticeCollection collection, int? seen = null) => await ReceiptAsync(await PutAsync("collections", id, collection, Audience.Network, seen, partners: null));

    /// <summary>Shares what this pole can give; <paramref name="seen"/> is null to begin.</summary>
    public async Task<int> GiveAsync(string id, Offering offering, Audience audience = Audience.Network, int? seen = null) => await ReceiptAsync(await PutAsync("offers", id, offering, audience, seen, partners: null));

    /// <summary>Shares what this pole looks for.</summary>
    public async Task<int> LookForAsync(string id, Want want) => await ReceiptAsync(await PutAsync("wants", id, want, Audience.Network, seen: null, partners: null));

    /// <summary>A request between this pole and another, as it stands here; fails when it is not answered with success.</summary>
    public async Task<JsonElement> RequestAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/api/requests" + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await Api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new HttpRequestException($"{(int)answer.StatusCode} {text}", inner: null, answer.StatusCode);
    }

    public Task<HttpResponseMessage> PutAsync(string id, Practice practice, Audience audience, int? seen, IReadOnlyList<string>? partners = null) =>
        PutAsync("practices", id, practice, audience, seen, partners);

    private Task<HttpResponseMessage> PutAsync<TContent>(string kind, string id, TContent content, Audience audience, int? seen, IReadOnlyList<string>? partners)
        where TContent : class
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/{kind}/{id}")
        {
            Content = JsonContent.Create(new RecordDraft<TContent>(content, audience, partners), options: StateJson.Options),
        };
        request.Headers.TryAddWithoutValidation(seen is null ? "If-None-Match" : "If-Match", seen is { } revision ? Tag(revision) : "*");
        return Api.SendAsync(request);
    }

    /// <summary>All practices of one provenance in the order of the library, newest first.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> LibraryAsync(Provenance from, bool withWithdrawn = false)
    {
        var all = new List<CatalogueEntry>();
        while (true)
        {
            var page = await Api.GetFromJsonAsync<RecordEntries>(
                string.Create(CultureInfo.InvariantCulture, $"/api/practices?from={from.Word()}&withdrawn={withWithdrawn}&take=100&skip={all.Count}"), StateJson.Options);
            all.AddRange(page!.Entries);
            if (page.Entries.Count < 100)
            {
                return all;
            }
        }
    }

    /// <summary>What lists here show of a partner's practice; null when it is not there.</summary>
    public async Task<CatalogueEntry?> ShownAsync(RunningPole origin, string id) =>
        (await LibraryAsync(Provenance.Partners, withWithdrawn: true)).SingleOrDefault(entry => entry.Origin == origin.Authority && entry.Id == id);

    public Task ShowsAsync(RunningPole origin, string id, int revision, bool isWithdrawn = false, TimeSpan? within = null) => Eventually.TrueAsync(
        async () => await ShownAsync(origin, id) is { } entry && entry.Revision == revision && entry.IsWithdrawn == isWithdrawn,
        () => $"{Name} does not show revision {revision} of {origin.Address(id)}.\n{string.Join('\n', Process.Output)}",
        within);

    /// <summary>What anyone gets who asks for AS2.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, string accept = Ap.MediaType)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Process.Http.SendAsync(request);
    }

    public async Task<JsonElement> DocumentAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Ap.MediaType, answer.Content.Headers.ContentType!.MediaType);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The pole's actor, found as others find it.</summary>
    public async Task<JsonElement> ActorAsync()
    {
        var finger = await Process.Http.GetFromJsonAsync<JsonElement>($"/.well-known/webfinger?resource=acct:pole@{Authority}");
        var self = finger.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "self");
        return await DocumentAsync(self.GetProperty("href").GetString()!);
    }

    /// <summary>Withdraws or restores: <paramref name="command"/> is the word of the API.</summary>
    public Task<HttpResponseMessage> TurnAsync(string id, string command, int seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/practices/{id}/{command}");
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(Tag(seen)));
        return Api.SendAsync(request);
    }

    private static string Tag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    private static async Task<int> ReceiptAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
            return JsonSerializer.Deserialize<RecordReceipt>(text, StateJson.Options)!.Revision;
        }
    }
}
