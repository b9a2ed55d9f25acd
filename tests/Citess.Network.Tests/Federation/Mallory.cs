using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Citess.Network.Tests.Federation;

/// <summary>
/// The attacker: a server of one's own with real keys, an actor that claims to be a pole, and a visitor beside it. All that
/// mallory sends is correct but for the one thing under test.
/// </summary>
internal sealed class Mallory : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication server;
    private readonly Ed25519KeyPair ed25519;

    private Mallory(int port)
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        Authority = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        PoleActor = Origin + "/pole/" + Samples.NewId();
        Visitor = Origin + "/users/mallory";
        Rsa = RsaKeyPair.Create(PoleActor + "#main-key");
        VisitorRsa = RsaKeyPair.Create(Visitor + "#main-key");
        ed25519 = Ed25519KeyPair.Create(PoleActor + "#ed25519-key");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Origin);
        server = builder.Build();
        server.MapGet(new Uri(PoleActor).AbsolutePath, () => Results.Text(Actor(PoleActor, "Organization", "pole", Rsa).GetRawText(), Ap.MediaType));
        server.MapGet(new Uri(Visitor).AbsolutePath, () => Results.Text(Actor(Visitor, "Person", kind: null, VisitorRsa).GetRawText(), Ap.MediaType));
        server.MapPost("/{**inbox}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            Received.Enqueue((request.Path, await reader.ReadToEndAsync()));
            return Results.Accepted();
        });
    }

    public string Origin { get; }

    public string Authority { get; }

    /// <summary>An actor that says it is a pole.</summary>
    public string PoleActor { get; }

    /// <summary>An ordinary account of another kind of server.</summary>
    public string Visitor { get; }

    public RsaKeyPair Rsa { get; }

    public RsaKeyPair VisitorRsa { get; }

    /// <summary>What came to mallory's inboxes.</summary>
    public ConcurrentQueue<(string Path, string Body)> Received { get; } = [];

    public static async Task<Mallory> StartAsync()
    {
        var mallory = new Mallory(TestPole.FreePort());
        await mallory.server.StartAsync();
        return mallory;
    }

    public string NewId(string kind = "activity") => $"{Origin}/{kind}/{Samples.NewId()}";

    /// <summary>An activity that says what the caller wants it to say.</summary>
    public Activity Say(string verb, object about, string? actor = null, string? id = null) => new()
    {
        Context = Context.Value,
        Id = id ?? NewId(),
        Type = verb,
        Actor = actor ?? PoleActor,
        Object = about as JsonElement? ?? JsonSerializer.SerializeToElement(about),
    };

    /// <summary>A practice with a proof of mallory's, under any id and owner.</summary>
    public JsonElement Practice(string id, int revision = 1, string? owner = null, string type = "Article") => Proved(Ap.Write(new ApObject
    {
        Context = Context.Value,
        Id = id,
        Type = type,
        AttributedTo = owner ?? PoleActor,
        Name = "De mallory",
        NameMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["fr"] = "De mallory" },
        Summary = "Tout à moi.",
        SummaryMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["fr"] = "Tout à moi." },
        To = [Addresses.Public],
        FormerType = type == "Tombstone" ? "Article" : null,
        Published = Now,
        Updated = Now,
        Kind = "practice",
        Revision = revision,
        Other = new(StringComparer.Ordinal)
        {
            ["sourceLanguage"] = JsonSerializer.SerializeToElement("fr"),
            ["status"] = JsonSerializer.SerializeToElement("running"),
            ["license"] = JsonSerializer.SerializeToElement("https://creativecommons.org/licenses/by/4.0/"),
        },
    }));

    public JsonElement Proved(JsonElement document) => JsonElement.Parse(DataIntegrity.Prove(document, ed25519, Now));

    public Task<Refusal> PostAsync(RunningPole pole, Activity activity, ISigner? signer = null, Func<byte[], byte[]>? alter = null) =>
        PostAsync(pole.Origin, Encoding.UTF8.GetBytes(Ap.Write(activity).GetRawText()), signer ?? Rsa, alter);

    /// <summary>What the visitor answers to a thing at an address.</summary>
    public Task<Refusal> ReplyAsync(string answers, string content) => PostAsync(
        new Uri(answers).GetLeftPart(UriPartial.Authority),
        Encoding.UTF8.GetBytes(Ap.Write(Say(Verbs.Create, new { id = NewId("note"), type = "Note", attributedTo = Visitor, inReplyTo = answers, to = Addresses.Public, content, contentMap = new { fr = content } }, Visitor)).GetRawText()),
        VisitorRsa,
        alter: null);

    public Task<Refusal> PostUnsignedAsync(RunningPole pole, Activity activity) =>
        PostAsync(pole.Origin, Encoding.UTF8.GetBytes(Ap.Write(activity).GetRawText()), signer: null, alter: null);

    /// <summary>A signed GET, as a server would ask for what is not public.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(Ap.MediaType);
        Sign(request, Rsa, []);
        return await http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
        Rsa.Dispose();
        VisitorRsa.Dispose();
        ed25519.Dispose();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task<Refusal> PostAsync(string origin, byte[] body, ISigner? signer, Func<byte[], byte[]>? alter)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, origin + "/inbox") { Content = new ByteArrayContent(alter is null ? body : alter(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Ap.MediaType);
        if (signer is not null)
        {
            Sign(request, signer, body);
        }

        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text.Length == 0 ? null : JsonElement.Parse(text).GetProperty("type").GetString());
    }

    private static void Sign(HttpRequestMessage request, ISigner signer, byte[] body)
    {
        foreach (var (name, value) in Cavage.Sign(signer, request.Method.Method, request.RequestUri!, body, Now))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private JsonElement Actor(string id, string type, string? kind, RsaKeyPair rsa) => Ap.Write(new Actor
    {
        Context = Context.Value,
        Id = id,
        Type = type,
        Kind = kind,
        Name = "Mallory",
        PreferredUsername = kind ?? "mallory",
        Inbox = id + "/inbox",
        PublicKey = [new() { Id = rsa.KeyId, Owner = id, Pem = rsa.PublicPem }],
        AssertionMethod = kind is null ? null : [new() { Id = ed25519.KeyId, Controller = id, PublicKeyMultibase = ed25519.PublicMultibase }],
    });
}

/// <summary>How an inbox answered.</summary>
internal sealed record Refusal(int Status, string? MediaType, string? Type)
{
    public static Refusal Because(int status, string slug) => new(status, "application/problem+json", "/problems#" + slug);
}
