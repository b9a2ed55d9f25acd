using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Two poles that are connected, with more shared than one page of the outbox holds.</summary>
public sealed class FullOutbox : IAsyncLifetime
{
    public const int Practices = 60;

    public PoleNetwork Network { get; private set; } = default!;

    /// <summary>In the order in which they were shared.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(0, Practices).Select(_ => Samples.NewId())];

    public async ValueTask InitializeAsync()
    {
        Network = await PoleNetwork.StartAsync();
        foreach (var id in Ids)
        {
            await Network.Mahdia.CreateAsync(id, Samples.Practice("Atelier " + id));
        }
    }

    public ValueTask DisposeAsync() => Network.DisposeAsync();
}

/// <summary>How others find a pole and what it shows them.</summary>
public sealed class DiscoveryTests(FullOutbox full) : IClassFixture<FullOutbox>
{
    private RunningPole Mahdia => full.Network.Mahdia;

    private RunningPole Barcelona => full.Network.Barcelona;

    [Fact]
    public async Task WebFinger_leads_from_the_handle_and_from_the_address_to_the_actor()
    {
        var actor = (await Mahdia.ActorAsync()).GetProperty("id").GetString()!;
        foreach (var resource in new[] { "acct:pole@" + Mahdia.Authority, actor, Mahdia.Origin })
        {
            using var answer = await Mahdia.Process.Http.GetAsync("/.well-known/webfinger?resource=" + Uri.EscapeDataString(resource));
            Assert.Equal((HttpStatusCode.OK, "application/jrd+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            var jrd = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("acct:pole@" + Mahdia.Authority, jrd.GetProperty("subject").GetString());
            var self = jrd.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "self");
            Assert.Equal((Ap.MediaType, actor), (self.GetProperty("type").GetString(), self.GetProperty("href").GetString()));
        }
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?resource=acct:nobody@here", HttpStatusCode.NotFound)]
    [InlineData("?resource=acct:pole@elsewhere.example", HttpStatusCode.NotFound)]
    public async Task WebFinger_knows_nobody_else(string query, HttpStatusCode status)
    {
        using var answer = await Mahdia.Process.Http.GetAsync("/.well-known/webfinger" + query);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Host_meta_names_the_place_of_WebFinger_as_XML_and_as_JSON()
    {
        using var answer = await Mahdia.Process.Http.GetAsync("/.well-known/host-meta");
        Assert.Equal("application/xrd+xml", answer.Content.Headers.ContentType!.MediaType);
        var link = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants(XName.Get("Link", "http://docs.oasis-open.org/ns/xri/xrd-1.0")).Single();
        var json = await Mahdia.Process.Http.GetFromJsonAsync<JsonElement>("/.well-known/host-meta.json");
        var expected = Mahdia.Origin + "/.well-known/webfinger?resource={uri}";
        Assert.Equal(("lrdd", expected), (link.Attribute("rel")!.Value, link.Attribute("template")!.Value));
        Assert.Equal(expected, json.GetProperty("links")[0].GetProperty("template").GetString());
    }

    [Fact]
    public async Task NodeInfo_says_what_runs_here_and_counts_what_is_public()
    {
        var links = (await Mahdia.Process.Http.GetFromJsonAsync<JsonElement>("/.well-known/nodeinfo")).GetProperty("links").EnumerateArray().ToList();
        var address = links.Single(link => link.GetProperty("rel").GetString() == "http://nodeinfo.diaspora.software/ns/schema/2.1").GetProperty("href").GetString();
        Assert.Equal(Mahdia.Origin + "/nodeinfo/2.1", address);
        using var answer = await Mahdia.Process.Http.GetAsync(address);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(answer.Content.Headers.ContentType.Parameters, parameter => parameter.Name == "profile" && parameter.Value == "\"http://nodeinfo.diaspora.software/ns/schema/2.1#\"");
        var info = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("2.1", info.GetProperty("version").GetString());
        Assert.Equal("citess", info.GetProperty("software").GetProperty("name").GetString());
        Assert.Matches("^[0-9]+\\.[0-9]+", info.GetProperty("software").GetProperty("version").GetString());
        Assert.Equal(["activitypub"], info.GetProperty("protocols").EnumerateArray().Select(each => each.GetString()!));
        Assert.Equal((0, 0), (info.GetProperty("services").GetProperty("inbound").GetArrayLength(), info.GetProperty("services").GetProperty("outbound").GetArrayLength()));
        Assert.Equal(JsonValueKind.False, info.GetProperty("openRegistrations").ValueKind);
        Assert.Equal(JsonValueKind.Object, info.GetProperty("usage").GetProperty("users").ValueKind);

        // All practices, and the pole's introduction of itself.
        Assert.Equal(FullOutbox.Practices + 1, info.GetProperty("usage").GetProperty("localPosts").GetInt64());
        Assert.Equal(("Mahdia", "1.0"), (info.GetProperty("metadata").GetProperty("nodeName").GetString(), info.GetProperty("metadata").GetProperty("wire").GetString()));
    }

    [Fact]
    public async Task The_poles_actor_has_both_keys_and_a_proof_of_its_own()
    {
        var actor = await Mahdia.ActorAsync();
        var id = actor.GetProperty("id").GetString()!;
        Assert.Equal(("Organization", "pole", "pole", "Mahdia"), (Text(actor, "type"), Text(actor, "kind"), Text(actor, "preferredUsername"), Text(actor, "name")));
        Assert.Equal((id + "/inbox", id + "/outbox", id + "/followers", id + "/following"), (Text(actor, "inbox"), Text(actor, "outbox"), Text(actor, "followers"), Text(actor, "following")));
        Assert.Equal(Mahdia.Origin + "/inbox", Text(actor.GetProperty("endpoints"), "sharedInbox"));
        Assert.True(actor.GetProperty("manuallyApprovesFollowers").GetBoolean());
        HasKeys(actor);
        Proofs.Holds(actor, actor);
    }

    [Fact]
    public async Task The_servers_actor_has_keys_of_its_own()
    {
        var links = (await Mahdia.Process.Http.GetFromJsonAsync<JsonElement>("/.well-known/nodeinfo")).GetProperty("links").EnumerateArray();
        var address = Text(links.Single(link => Text(link, "rel") == "https://www.w3.org/ns/activitystreams#Application"), "href");
        var server = await Mahdia.DocumentAsync(address);
        Assert.Equal((address, "Application"), (Text(server, "id"), Text(server, "type")));
        Assert.Equal(0, (await Mahdia.DocumentAsync(Text(server, "outbox"))).GetProperty("totalItems").GetInt32());
        HasKeys(server);
        var pole = await Mahdia.ActorAsync();
        Assert.NotEqual(Text(Key(pole), "publicKeyPem"), Text(Key(server), "publicKeyPem"));
        var finger = await Mahdia.Process.Http.GetFromJsonAsync<JsonElement>($"/.well-known/webfinger?resource=acct:localhost@{Mahdia.Authority}");
        Assert.Equal(address, Text(finger.GetProperty("links").EnumerateArray().Single(link => Text(link, "rel") == "self"), "href"));
    }

    [Fact]
    public async Task The_outbox_can_be_walked_to_its_end_newest_first()
    {
        var actor = await Mahdia.ActorAsync();
        var (total, items) = await WalkAsync(Text(actor, "outbox"));
        Assert.Equal(FullOutbox.Practices + 1, total);
        Assert.Equal(total, items.Count);
        Assert.Equal(full.Ids.Reverse().Select(Mahdia.Address).Append(Text(actor, "id")), items.Select(item => Text(item.GetProperty("object"), "id")));
        Assert.All(items, item => Proofs.Holds(item, actor));
        Assert.All(items, item => Proofs.Holds(item.GetProperty("object"), actor));
        var one = await Mahdia.DocumentAsync(Text(items[0], "id"));
        Assert.Equal(items[0].GetRawText(), one.GetRawText());
    }

    [Theory]
    [InlineData("followers")]
    [InlineData("following")]
    public async Task Partner_poles_stand_in_the_collection(string collection)
    {
        var (total, items) = await WalkAsync(Text(await Mahdia.ActorAsync(), collection));
        Assert.Equal(1, total);
        Assert.Equal([Text(await Barcelona.ActorAsync(), "id")], items.Select(item => item.GetString()));
    }

    [Theory]
    [InlineData("application/activity+json")]
    [InlineData("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"")]
    [InlineData("application/ld+json;profile=\"https://www.w3.org/ns/activitystreams\", application/activity+json;q=0.9")]
    [InlineData("text/html;q=0.2, application/activity+json")]
    public async Task Software_that_asks_for_AS2_gets_the_document_without_redirect(string accept)
    {
        var address = Mahdia.Address(full.Ids[0]);
        using var answer = await Mahdia.GetAsync(address, accept);
        Assert.Equal((HttpStatusCode.OK, Ap.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(address, Text(JsonElement.Parse(await answer.Content.ReadAsStringAsync()), "id"));
        Varies(answer);
    }

    [Theory]
    [InlineData("fr", "text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("ar", "text/html")]
    [InlineData("ca", "text/html, application/activity+json;q=0.5")]
    [InlineData("es", "*/*")]
    public async Task A_reader_is_led_to_the_page_in_a_language_of_theirs(string language, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Mahdia.Address(full.Ids[0]));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await Mahdia.Process.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var location = new Uri(new Uri(Mahdia.Origin), answer.Headers.Location!);
        Assert.Equal($"{Mahdia.Origin}/{language}/practice/{full.Ids[0]}", location.AbsoluteUri);
        Varies(answer);
        using var page = await Mahdia.GetAsync(location.AbsoluteUri, "text/html");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
    }

    private async Task<(long Total, List<JsonElement> Items)> WalkAsync(string address)
    {
        var collection = await Mahdia.DocumentAsync(address);
        Assert.Equal((address, "OrderedCollection"), (Text(collection, "id"), Text(collection, "type")));
        var items = new List<JsonElement>();
        for (var next = Text(collection, "first"); next is not null;)
        {
            var page = await Mahdia.DocumentAsync(next);
            Assert.Equal((next, "OrderedCollectionPage", address), (Text(page, "id"), Text(page, "type"), Text(page, "partOf")));
            var there = page.GetProperty("orderedItems").EnumerateArray().ToList();
            items.AddRange(there);
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
            Assert.True(next is null || there.Count > 0, "An empty page leads on.");
        }

        return (collection.GetProperty("totalItems").GetInt64(), items);
    }

    private static void Varies(HttpResponseMessage answer) =>
        Assert.Equal(["Accept", "Accept-Language", "Cookie", "Signature"], answer.Headers.Vary.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static void HasKeys(JsonElement actor)
    {
        var id = Text(actor, "id");
        Assert.Equal((id + "#main-key", id), (Text(Key(actor), "id"), Text(Key(actor), "owner")));
        using var rsa = System.Security.Cryptography.RSA.Create();
        rsa.ImportFromPem(Text(Key(actor), "publicKeyPem"));
        Assert.Equal(2048, rsa.KeySize);
        var multikey = actor.GetProperty("assertionMethod") is { ValueKind: JsonValueKind.Array } all ? all[0] : actor.GetProperty("assertionMethod");
        Assert.Equal((id + "#ed25519-key", "Multikey", id), (Text(multikey, "id"), Text(multikey, "type"), Text(multikey, "controller")));
        Assert.StartsWith("z6Mk", Text(multikey, "publicKeyMultibase"), StringComparison.Ordinal);
    }

    private static JsonElement Key(JsonElement actor) => actor.GetProperty("publicKey") is { ValueKind: JsonValueKind.Array } all ? all[0] : actor.GetProperty("publicKey");

    private static string Text(JsonElement document, string member) => document.GetProperty(member).GetString()!;
}
