using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;

namespace Citess.Network.Tests.House;

/// <summary>Speaks with the keys of a pole, read from its file: what it would say itself, but again, late, or in another order.</summary>
public sealed class PoleVoice : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromSeconds(5) });

    private readonly RsaKeyPair rsa;
    private readonly Ed25519KeyPair ed25519;

    private PoleVoice(string actor, string origin, RsaKeyPair rsa, Ed25519KeyPair ed25519) => (Actor, Origin, this.rsa, this.ed25519) = (actor, origin, rsa, ed25519);

    public string Actor { get; }

    public string Origin { get; }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>The pole itself, or its server, which signs fetches. It need not run.</summary>
    public static async Task<PoleVoice> OfAsync(RunningPole pole, KeyOwner owner = KeyOwner.Pole)
    {
        var (id, json) = (await pole.Database.QueryAsync<(string, string)>($"SELECT {(owner == KeyOwner.Pole ? "pole_id" : "server_id")}, keys FROM node"))[0];
        var keys = StateJson.Read<NodeKey[]>(json);
        var actor = $"{pole.Origin}/{(owner == KeyOwner.Pole ? "pole" : "server")}/{id}";
        NodeKey Key(string algorithm) => keys.Last(key => key.Owner == owner && key.Algorithm == algorithm && key.Retired is null);
        return new(actor, pole.Origin, RsaKeyPair.Import($"{actor}#{Key("rsa").Name}", Key("rsa").Private), Ed25519KeyPair.Import($"{actor}#{Key("ed25519").Name}", Key("ed25519").Private));
    }

    /// <summary>An activity with a new id, its object word for word as given.</summary>
    public string Say(string verb, string thing, string more = "") =>
        $$"""{"@context":"https://www.w3.org/ns/activitystreams","id":"{{Origin}}/activity/{{Samples.NewId()}}","type":"{{verb}}","actor":"{{Actor}}",{{more}}"object":{{thing}}}""";

    public string Prove(string document, DateTimeOffset? created = null) => Encoding.UTF8.GetString(DataIntegrity.Prove(JsonElement.Parse(document), ed25519, created ?? Now));

    /// <summary>A document that was proved before, its revision and perhaps a word of it changed, as if it had been proved so then.</summary>
    public string Forge(string proved, int revision, Action<JsonObject>? change = null, DateTimeOffset? created = null)
    {
        var document = JsonNode.Parse(proved)!.AsObject();
        document.Remove("proof");
        document["revision"] = revision;
        change?.Invoke(document);
        return Prove(document.ToJsonString(), created);
    }

    public async Task<HttpStatusCode> PostAsync(RunningPole to, string activity)
    {
        var body = Encoding.UTF8.GetBytes(activity);
        using var request = new HttpRequestMessage(HttpMethod.Post, to.Origin + "/inbox") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Ap.MediaType);
        Sign(request, body);
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> GetAsync(string address, string accept = Ap.MediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(accept);
        Sign(request, []);
        return await Http.SendAsync(request);
    }

    public void Dispose()
    {
        rsa.Dispose();
        ed25519.Dispose();
    }

    private void Sign(HttpRequestMessage request, byte[] body)
    {
        foreach (var (name, value) in Cavage.Sign(rsa, request.Method.Method, request.RequestUri!, body, Now))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
