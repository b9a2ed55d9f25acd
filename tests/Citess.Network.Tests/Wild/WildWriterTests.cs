using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Wild;

/// <summary>"Met in the wild" of other software, as writers of requests and documents.</summary>
public sealed class WildWriterTests(LonePole lone) : IClassFixture<LonePole>
{
    private static readonly (int, string?) Taken = (202, null);

    private RunningPole Mahdia => lone.Mahdia;

    [Fact]
    public async Task A_key_that_shows_a_part_of_its_actor_at_an_address_of_its_own_is_found()
    {
        // GoToSocial: the key's address answers with the actor, less all but its key.
        await using var wild = await WildPeer.StartAsync(keyPath: "/users/montserrat/main-key");
        var part = wild.Documents["/users/montserrat"].DeepClone().AsObject();
        part.Remove("inbox");
        wild.Documents["/users/montserrat/main-key"] = part;
        Assert.Equal(Taken, await FollowAsync(wild));
    }

    [Fact]
    public async Task A_key_that_is_a_document_of_its_own_is_found_when_the_actor_claims_it_too()
    {
        // activitypub-bot.
        await using var wild = await WildPeer.StartAsync(keyPath: "/keys/1");
        wild.Documents["/keys/1"] = new()
        {
            ["@context"] = "https://w3id.org/security/v1",
            ["id"] = wild.Rsa.KeyId,
            ["type"] = "CryptographicKey",
            ["owner"] = wild.Actor,
            ["publicKeyPem"] = wild.Rsa.PublicPem,
        };
        Assert.Equal(Taken, await FollowAsync(wild));

        // A key that names an owner who does not know of it is nobody's.
        await using var other = await WildPeer.StartAsync(keyPath: "/keys/1");
        other.Documents["/keys/1"] = new() { ["id"] = other.Rsa.KeyId, ["owner"] = other.Actor, ["publicKeyPem"] = other.Rsa.PublicPem };
        other.Documents["/users/montserrat"].Remove("publicKey");
        Assert.Equal((401, "/problems#key-not-found"), await FollowAsync(other));
    }

    [Fact]
    public async Task A_proof_counts_though_the_contexts_do_not_name_its_terms()
    {
        await using var wild = await WildPeer.StartAsync();
        wild.Documents["/users/montserrat"]["assertionMethod"] = Multikey(wild);
        var follow = wild.Say("Follow", JsonValue.Create(lone.Actor));
        follow["@context"] = "https://www.w3.org/ns/activitystreams";
        var altered = wild.Proved(follow);
        altered["published"] = "2026-01-01T00:00:00Z";
        Assert.Equal((403, "/problems#proof-wrong"), await wild.PostAsync(Mahdia, altered));
        Assert.Equal(Taken, await wild.PostAsync(Mahdia, wild.Proved(follow)));
    }

    [Fact]
    public async Task An_actor_with_a_query_in_its_address_is_taken()
    {
        // WordPress.
        await using var wild = await WildPeer.StartAsync(actorPath: "/?author=1");
        Assert.Equal(Taken, await FollowAsync(wild));

        // It also signs the host without its port. On the usual port that is the host; elsewhere it could be replayed from there to here.
        Assert.Equal((401, "/problems#signature-wrong"), await FollowAsync(wild, signedAs: "http://localhost"));
    }

    [Fact]
    public async Task An_Accept_with_all_in_it_connects_and_loose_forms_of_a_practice_are_read()
    {
        await using var wild = await WildPeer.StartAsync();
        var actor = wild.Documents["/users/montserrat"];
        (actor["type"], actor["kind"], actor["assertionMethod"]) = ("Organization", "pole", Multikey(wild));
        using (var asked = await Mahdia.Api.PostAsJsonAsync("/api/partners", new { address = wild.Actor }))
        {
            Assert.True(asked.StatusCode == HttpStatusCode.Accepted, await asked.Content.ReadAsStringAsync());
        }

        await Eventually.TrueAsync(() => Task.FromResult(wild.Received.Any(request => request.Verb == "Follow")), () => string.Join('\n', Mahdia.Process.Output), TimeSpan.FromSeconds(60));
        var follow = JsonNode.Parse(wild.Received.First(request => request.Verb == "Follow").Body)!.AsObject();
        follow["actor"] = JsonNode.Parse((await Mahdia.ActorAsync()).GetRawText());
        var accept = wild.Say("Accept", follow);
        var whole = actor.DeepClone().AsObject();
        whole.Remove("publicKey");
        whole["sec:publicKey"] = new JsonObject { ["@id"] = wild.Rsa.KeyId, ["sec:owner"] = new JsonObject { ["@id"] = wild.Actor }, ["sec:publicKeyPem"] = wild.Rsa.PublicPem };
        accept["actor"] = whole;
        Assert.Equal(Taken, await wild.PostAsync(Mahdia, accept));
        await Eventually.TrueAsync(
            async () => (await Mahdia.Database.QueryAsync<string?>("SELECT note FROM inbox WHERE activity_id = @id AND done IS NOT NULL", new { id = accept["id"]!.GetValue<string>() })) is [null],
            "The Accept was not understood.",
            TimeSpan.FromSeconds(60));

        // Whole, for "as:Public", with its address as a Link; and by its address alone.
        Assert.Equal(Taken, await wild.PostAsync(Mahdia, wild.Say("Create", Practice(wild, "Taller", "as:Public"))));
        var address = Practice(wild, "Hort", "Public");
        wild.Documents[new Uri(address["id"]!.GetValue<string>()).AbsolutePath] = address;
        Assert.Equal(Taken, await wild.PostAsync(Mahdia, wild.Say("Create", JsonValue.Create(address["id"]!.GetValue<string>()))));
        await Eventually.TrueAsync(
            async () => (await Mahdia.LibraryAsync(Provenance.Partners)).Select(entry => entry.Name.SourceText).Order(StringComparer.Ordinal).SequenceEqual(["Hort", "Taller"]),
            () => string.Join('\n', Mahdia.Process.Output),
            TimeSpan.FromSeconds(60));
    }

    private Task<(int Status, string? Problem)> FollowAsync(WildPeer wild, string? signedAs = null) =>
        wild.PostAsync(Mahdia, wild.Say("Follow", JsonValue.Create(lone.Actor)), signedAs);

    private static JsonArray Multikey(WildPeer wild) =>
        new(new JsonObject { ["id"] = wild.Ed25519.KeyId, ["type"] = "Multikey", ["controller"] = wild.Actor, ["publicKeyMultibase"] = wild.Ed25519.PublicMultibase });

    private static JsonObject Practice(WildPeer wild, string name, string to)
    {
        var id = wild.NewId("practice");
        return wild.Proved(new()
        {
            ["@context"] = "https://www.w3.org/ns/activitystreams",
            ["id"] = id,
            ["type"] = new JsonArray("Article"),
            ["kind"] = "practice",
            ["revision"] = 1,
            ["attributedTo"] = new JsonArray(wild.Actor),
            ["to"] = to,
            ["url"] = new JsonArray(new JsonObject { ["type"] = "Link", ["href"] = id, ["mediaType"] = "text/html" }),
            ["name"] = name,
            ["nameMap"] = new JsonObject { ["ca"] = name },
            ["summaryMap"] = new JsonObject { ["ca"] = name },
            ["sourceLanguage"] = "ca",
            ["status"] = "running",
            ["license"] = "https://creativecommons.org/licenses/by/4.0/",
            ["published"] = "2026-01-01T00:00:00Z",
        });
    }
}
