using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class CachesTests(BadInputPole pole)
{
    [Fact, BadInput("caches")]
    public async Task What_is_hidden_and_what_is_not_there_look_the_same_to_everybody()
    {
        var hidden = Samples.NewId();
        await CreateAsync(hidden, Citess.Poles.Kernel.Audience.Network);
        foreach (var by in new Figure?[] { null, pole.Mallory, pole.Guest, pole.Barcelona })
        {
            foreach (var accept in new[] { Ap.MediaType, "text/html", "*/*" })
            {
                Assert.Equal(await ShownAsync(Samples.NewId(), accept, by), await ShownAsync(hidden, accept, by));
            }
        }
    }

    [Fact, BadInput("caches")]
    public async Task What_depends_on_who_asks_is_kept_by_no_cache_and_told_apart_by_the_signature()
    {
        foreach (var path in new[] { "/changes", "/changes?after=0", "/digest", "/checkpoint" })
        {
            foreach (var by in new[] { null, pole.Barcelona })
            {
                using var answer = await GetAsync(path, Ap.MediaType, by);
                Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"{path} may be cached for {by?.Id}: {answer.Headers.CacheControl}");
            }
        }

        // A public document may be cached for a minute, as long as caches tell readers apart.
        var open = Samples.NewId();
        await CreateAsync(open, Citess.Poles.Kernel.Audience.Public);
        using var document = await GetAsync("/practice/" + open, Ap.MediaType, null);
        Assert.Equal(System.Net.HttpStatusCode.OK, document.StatusCode);
        Assert.Equal(["Accept", "Accept-Language", "Cookie", "Signature"], document.Headers.Vary.Where(name => name != "Accept-Encoding").Order(StringComparer.Ordinal));
        Assert.InRange(document.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact, BadInput("caches")]
    public async Task A_partners_answer_is_not_given_to_who_asks_next()
    {
        var shared = Samples.NewId();
        await CreateAsync(shared, Citess.Poles.Kernel.Audience.Network);
        await Eventually.TrueAsync(async () => (await TextAsync("/changes?after=0", pole.Barcelona)).Contains(shared, StringComparison.Ordinal), "The partner does not see what is shared with it.");
        Assert.DoesNotContain(shared, await TextAsync("/changes?after=0", null), StringComparison.Ordinal);
        Assert.DoesNotContain(shared, await TextAsync("/changes?after=0", pole.Mallory), StringComparison.Ordinal);
        Assert.DoesNotContain(shared, await TextAsync("/changes?after=0", pole.Guest), StringComparison.Ordinal);
    }

    [Fact, BadInput("caches")]
    public async Task A_key_found_at_one_address_that_says_another_is_kept_for_neither()
    {
        // At U stands an actor that says it is V; V is Barcelona, with a key of mallory's.
        var (u, v) = ("http://mallory.example/u", pole.Barcelona);
        pole.Web.Shows(u, v.Document(actor => actor["publicKey"] = new JsonArray(new JsonObject { ["id"] = u, ["owner"] = v.Id, ["publicKeyPem"] = pole.Mallory.Rsa.PublicPem }, new JsonObject { ["id"] = v.Rsa.KeyId, ["owner"] = v.Id, ["publicKeyPem"] = pole.Mallory.Rsa.PublicPem })).ToJsonString());
        var before = await KeysAsync();
        await pole.RefusesAsync(
            [
                new("U", "401 key-not-found", () => SignedAsync(u)),
            ],
            "GET " + u, v.Refetch());
        await pole.RefusesAsync([new("V by the key that U gave it", "401 signature-wrong", () => SignedAsync(v.Rsa.KeyId))], v.Refetch());
        Assert.Equal(before, await KeysAsync());
        Assert.Equal("422 verb-not-spoken", await pole.PostAsync(v.Say("Listen", pole.Actor), v));
    }

    private async Task<string> SignedAsync(string keyId)
    {
        using var key = RsaKeyPair.Import(keyId, pole.Mallory.Rsa.ExportPrivatePem());
        return await pole.PostAsync(Encoding.UTF8.GetBytes(pole.Barcelona.Create().ToJsonString()), key);
    }

    private Task<IReadOnlyList<string>> KeysAsync() => pole.Database.QueryAsync<string>("SELECT key_id || ' of ' || actor_id FROM remote_actor_key WHERE key_id LIKE 'http://barcelona%' OR key_id LIKE '%/u' ORDER BY 1");

    private async Task CreateAsync(string id, Citess.Poles.Kernel.Audience audience)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/practices/" + id) { Content = System.Net.Http.Json.JsonContent.Create(new Citess.Poles.Kernel.Records.RecordDraft<Citess.Poles.Practices.Practice>(Samples.Practice("Pour le réseau"), audience, null), options: Citess.Poles.Kernel.StateJson.Options) };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var answer = await pole.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await pole.SettledAsync();
    }

    private async Task<string> ShownAsync(string id, string accept, Figure? by)
    {
        using var answer = await GetAsync("/practice/" + id, accept, by);
        Assert.True(accept != Ap.MediaType || answer.StatusCode == System.Net.HttpStatusCode.NotFound);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(each => each.Key != "Date").OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key + ": " + string.Join(", ", each.Value));
        var text = (int)answer.StatusCode + "\n" + string.Join('\n', headers) + "\n\n" + await answer.Content.ReadAsStringAsync();

        // The trace and the nonce are new with each answer, and the address is what was asked.
        return System.Text.RegularExpressions.Regex.Replace(text.Replace(id, "ID", StringComparison.Ordinal), "\"traceId\":\"[^\"]*\"|nonce-[^']*|nonce=\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    private async Task<string> TextAsync(string path, Figure? by)
    {
        using var answer = await GetAsync(path, Ap.MediaType, by);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> GetAsync(string path, string accept, Figure? by) => pole.AskAsync(path, by, accept);
}
