using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Citess.Network.Tests.Wild;

/// <summary>A server that means well and has one of the habits that are met in the wild; all else it does by the book.</summary>
internal sealed class WildPeer : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication server;

    private WildPeer(int port, string actorPath, string keyPath)
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        Authority = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        Actor = Origin + actorPath;
        Rsa = RsaKeyPair.Create(keyPath.StartsWith('#') ? Actor + keyPath : Origin + keyPath);
        Ed25519 = Ed25519KeyPair.Create(Actor + "#ed25519-key");
        Documents[actorPath] = ActorDocument();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Origin);
        server = builder.Build();
        server.MapGet("/{**path}", (HttpRequest request) =>
        {
            var path = request.Path + request.QueryString.Value;
            Asked.Enqueue(new(path, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), ""));
            return IsNameless(request) ? Results.StatusCode(418)
                : Documents.TryGetValue(path, out var document) ? Results.Text(document.ToJsonString(), Ap.MediaType) : Results.NotFound();
        });
        server.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var got = new WildRequest(request.Path, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
            var status = IsNameless(request) ? 418 : Inbox(got);
            Received.Enqueue(got with { Answer = status });
            return Results.StatusCode(status);
        });
    }

    public string Origin { get; }

    public string Authority { get; }

    /// <summary>The address of its one actor.</summary>
    public string Actor { get; }

    public RsaKeyPair Rsa { get; }

    public Ed25519KeyPair Ed25519 { get; }

    /// <summary>What stands at each path with its query.</summary>
    public ConcurrentDictionary<string, JsonObject> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>How its inbox answers; 202 unless told otherwise.</summary>
    public Func<WildRequest, int> Inbox { get; set; } = _ => 202;

    /// <summary>418 for whoever does not say who asks.</summary>
    public bool WantsUserAgent { get; set; }

    /// <summary>What came to its inbox.</summary>
    public ConcurrentQueue<WildRequest> Received { get; } = [];

    /// <summary>What was asked for.</summary>
    public ConcurrentQueue<WildRequest> Asked { get; } = [];

    /// <param name="actorPath">Path and query of the actor.</param>
    /// <param name="keyPath">Its key: a fragment of the actor, or a path of its own.</param>
    public static async Task<WildPeer> StartAsync(string actorPath = "/users/montserrat", string keyPath = "#main-key")
    {
        var peer = new WildPeer(TestPole.FreePort(), actorPath, keyPath);
        await peer.server.StartAsync();
        return peer;
    }

    public string NewId(string kind = "activity") => $"{Origin}/{kind}/{Samples.NewId()}";

    public JsonObject Say(string verb, JsonNode about) => new()
    {
        ["@context"] = JsonNode.Parse(Context.Value.GetRawText()),
        ["id"] = NewId(),
        ["type"] = verb,
        ["actor"] = Actor,
        ["object"] = about,
    };

    /// <summary>With a proof over all else.</summary>
    public JsonObject Proved(JsonObject document) =>
        JsonNode.Parse(DataIntegrity.Prove(JsonElement.Parse(document.ToJsonString()), Ed25519, Now))!.AsObject();

    /// <summary>Signs with draft-cavage as if the pole had the address <paramref name="signedAs"/>, and posts to where it really is.</summary>
    public async Task<(int Status, string? Problem)> PostAsync(RunningPole pole, JsonObject activity, string? signedAs = null)
    {
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        var request = new HttpRequestMessage(HttpMethod.Post, pole.Origin + "/inbox") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Ap.MediaType);
        foreach (var (name, value) in Cavage.Sign(Rsa, "POST", new Uri((signedAs ?? pole.Origin) + "/inbox"), body, Now))
        {
            // The client names the host itself, with its port.
            if (name != "Host")
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonElement.Parse(text).GetProperty("type").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
        Rsa.Dispose();
        Ed25519.Dispose();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private bool IsNameless(HttpRequest request) => WantsUserAgent && request.Headers.UserAgent.Count == 0;

    private JsonObject ActorDocument() => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"),
        ["id"] = Actor,
        ["type"] = "Person",
        ["name"] = "Montserrat",
        ["preferredUsername"] = "montserrat",
        ["inbox"] = Origin + "/inbox",
        ["publicKey"] = new JsonObject { ["id"] = Rsa.KeyId, ["owner"] = Actor, ["publicKeyPem"] = Rsa.PublicPem },
    };
}

/// <summary>A request as it came, and how it was answered.</summary>
internal sealed record WildRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body, int Answer = 0)
{
    public bool IsRfc9421 => Headers.ContainsKey("Signature-Input");

    public bool IsCavage => Headers.ContainsKey("Signature") && !IsRfc9421;

    public string Verb => JsonElement.Parse(Body).GetProperty("type").GetString()!;
}
