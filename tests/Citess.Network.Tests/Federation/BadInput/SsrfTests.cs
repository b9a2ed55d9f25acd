using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class SsrfTests(BadInputPole pole)
{
    private static readonly string[] Private =
    [
        "127.0.0.1", "127.8.9.1", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
        "[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001::1]", "[fc00::1]", "[fe80::1]",
    ];

    private static readonly string[] Odd =
        ["2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.1", "127.0.0.1.", "127.0.0.1%00.mallory.example", "mallory.example@127.0.0.1", "127.0.0.1:22", "mallory.example:25"];

    [Fact, BadInput("SSRF")]
    public Task A_key_at_an_address_that_is_not_public_is_not_asked_for() => pole.RefusesAsync(
        Private.Concat(Odd).Select(host => Keyed("http://" + host + "/latest/meta-data", "401 key-address", "401 key-not-found")));

    [Fact, BadInput("SSRF")]
    public async Task A_redirect_of_a_key_to_an_address_that_is_not_public_is_not_followed()
    {
        var hosts = Private.Concat(Odd).Select((host, number) => (Target: host, Key: $"http://redirect{number}.example/k")).ToList();
        foreach (var (target, key) in hosts)
        {
            pole.Web.Redirects(key, "http://" + target + "/latest/meta-data");
        }

        await pole.RefusesAsync(hosts.Select(each => Keyed(each.Key, "401 key-not-found")), [.. hosts.Select(each => "GET " + each.Key)]);
    }

    [Fact, BadInput("SSRF")]
    public async Task A_name_that_leads_to_an_address_that_is_not_public_is_not_asked()
    {
        var names = Private.Select((address, number) => (Address: System.Net.IPAddress.Parse(address.Trim('[', ']')), Name: $"inside{number}.example")).ToList();
        foreach (var (address, name) in names)
        {
            pole.Web.Resolves(name, () => [address]);
        }

        await pole.RefusesAsync(names.Select(each => Keyed($"http://{each.Name}/k", "401 key-not-found")));
    }

    [Fact, BadInput("SSRF")]
    public async Task A_name_that_is_public_first_and_private_then_is_asked_once()
    {
        var turns = 0;
        var @public = await pole.Web.ResolveAsync("mallory.example", default);
        pole.Web.Resolves("rebinding.example", () => turns++ == 0 ? @public : [System.Net.IPAddress.Loopback]);
        pole.Web.Answers("http://rebinding.example/k", http =>
        {
            http.Response.Headers.Connection = "close";
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = "/again";
            return Task.CompletedTask;
        });
        await pole.RefusesAsync([Keyed("http://rebinding.example/k", "401 key-not-found")], "GET http://rebinding.example/k");
        Assert.Equal(2, turns);
    }

    [Fact, BadInput("SSRF")]
    public async Task An_object_that_is_elsewhere_by_a_redirect_inside_is_not_fetched()
    {
        var mallory = pole.Mallory;
        var objects = Private.Select(host => (Host: host, Id: mallory.NewId("practice"))).ToList();
        foreach (var (host, id) in objects)
        {
            pole.Web.Redirects(id, $"http://{host}/admin");
        }

        await pole.RefusesAsync(objects.Select(each => new Attack(each.Host, "422 object-unfit", () => pole.PostAsync(mallory.Say(Verbs.Create, each.Id), mallory))), [.. objects.Select(each => "GET " + each.Id)]);
    }

    [Fact, BadInput("SSRF")]
    public async Task An_inbox_or_an_icon_inside_is_never_reached()
    {
        using var elsewhere = new Figure(pole.Web, "elsewhere.example");
        elsewhere.Show(actor => actor["inbox"] = "http://169.254.169.254/inbox");
        await pole.RefusesAsync([new("an inbox elsewhere", "401 key-not-found", () => pole.PostAsync(elsewhere.Say(Verbs.Follow, pole.Actor), elsewhere))], elsewhere.Refetch());

        // Its name leads inside as soon as it was heard.
        using var inside = new Figure(pole.Web, "inside.example");
        var document = inside.Document(actor => (actor["icon"], actor["changes"], actor["digest"], actor["checkpoint"]) = (new JsonObject { ["type"] = "Image", ["url"] = "http://127.0.0.1/icon" }, "http://10.0.0.1/changes", "http://10.0.0.1/digest", "http://10.0.0.1/checkpoint")).ToJsonString();
        pole.Web.Answers(inside.Id, async http =>
        {
            http.Response.Headers.Connection = "close";
            http.Response.ContentType = Ap.MediaType;
            await http.Response.WriteAsync(document);
        });

        // Its wish to connect is heard, and no is said; the answer goes nowhere.
        Assert.Equal("202", await pole.PostAsync(inside.Say(Verbs.Follow, pole.Actor), inside));
        await Eventually.TrueAsync(async () => (await pole.Database.QueryAsync<long>("SELECT count(*) FROM courier WHERE relation = 'inside.example'"))[0] == 1, "The wish was not heard.");
        pole.Web.Resolves("inside.example", () => [IPAddress.Parse("169.254.169.254")]);
        using var declined = await pole.Api.PostAsync("/api/partners/inside.example/decline", content: null);
        Assert.True(declined.IsSuccessStatusCode);
        await Eventually.TrueAsync(
            async () => (await pole.Database.QueryAsync<string>("SELECT problem FROM courier WHERE relation = 'inside.example'")) is [{ } problem] && problem.Contains("not a public address", StringComparison.Ordinal),
            "The courier did not say why it does not go there.");
        Assert.Empty(pole.Web.Breaches);
        Assert.DoesNotContain(pole.Web.Posted, each => each.Url.Contains("inside.example", StringComparison.Ordinal));

        // A fault of the names, it turns out: the answer was not lost.
        pole.Web.Resolves("inside.example", () => [HostileWeb.Public]);
        using var sent = await pole.Api.PostAsync("/api/partners/inside.example/send", content: null);
        await Eventually.TrueAsync(() => Task.FromResult(pole.Web.Posted.Any(each => each.Url.Contains("inside.example", StringComparison.Ordinal))), "The answer was lost.");
        await pole.SettledAsync();
    }

    [Fact, BadInput("SSRF")]
    public async Task WebFinger_and_NodeInfo_lead_nobody_inside()
    {
        foreach (var (host, number) in Private.Select((host, number) => (host, number)))
        {
            var name = $"finger{number}.example";
            pole.Web.Shows($"http://{name}/.well-known/webfinger?resource=acct%3Apole%40{name}", new JsonObject { ["subject"] = $"acct:pole@{name}", ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["type"] = Ap.MediaType, ["href"] = $"http://{host}/actor" }) }.ToJsonString(), "application/jrd+json");
            pole.Web.Shows($"http://{name}/.well-known/nodeinfo", new JsonObject { ["links"] = new JsonArray(new JsonObject { ["rel"] = "http://nodeinfo.diaspora.software/ns/schema/2.1", ["href"] = $"http://{host}/nodeinfo" }) }.ToJsonString(), "application/json");
            using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(pole.Api, "/api/partners", new { address = "http://" + name });
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True(Citess.ActivityPub.Fetching.Origin.TryParse("http://" + name, allowHttp: true, out var origin));
            Assert.Null(await ((Citess.ActivityPub.Discovery.NodeInfoFinder)pole.Services.GetService(typeof(Citess.ActivityPub.Discovery.NodeInfoFinder))!).FindAsync(origin, TestContext.Current.CancellationToken));
            Assert.Contains($"GET http://{name}/.well-known/nodeinfo", pole.Web.Asked);
        }

        Assert.Empty(pole.Web.Breaches);
    }

    private Attack Keyed(string keyId, params string[] answers) => new(keyId, answers[0], async () =>
    {
        using var key = RsaKeyPair.Import(keyId, pole.Mallory.Rsa.ExportPrivatePem());
        var answer = await pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), key);
        return answers.Contains(answer, StringComparer.Ordinal) ? answers[0] : answer;
    });
}
