using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Bench.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Citess.Bench.Load;

/// <summary>The pole Barcelona as others see it: its actor can be fetched, its inbox takes what comes, its signatures hold.</summary>
internal sealed class Sender : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _received = [];

    private Sender(int port)
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        Authority = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        Id = Origin + "/pole/" + Ulid.NewUlid();
        Rsa = RsaKeyPair.Create(Id + "#main-key");
        Ed25519 = Ed25519KeyPair.Create(Id + "#ed25519-key");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Origin);
        _server = builder.Build();
        var actor = Describe().GetRawText();
        _server.MapGet(new Uri(Id).AbsolutePath, () => Results.Text(actor, Ap.MediaType));
        _server.MapPost("/{**inbox}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            _received.Enqueue(await reader.ReadToEndAsync());
            return Results.Accepted();
        });
    }

    public string Origin { get; }

    public string Authority { get; }

    public string Id { get; }

    public RsaKeyPair Rsa { get; }

    public Ed25519KeyPair Ed25519 { get; }

    public static async Task<Sender> StartAsync()
    {
        var sender = new Sender(Node.FreePort());
        await sender._server.StartAsync();
        return sender;
    }

    public Task FollowAsync(Node node, bool asPole) =>
        PostAsync(node, new() { Id = $"{Origin}/activity/{Ulid.NewUlid()}", Type = Verbs.Follow, Actor = Id, Object = JsonSerializer.SerializeToElement(node.Actor) });

    /// <summary>Says yes to the Follow that the node sent.</summary>
    public async Task AgreeAsync(Node node)
    {
        while (true)
        {
            foreach (var text in _received)
            {
                using var document = JsonDocument.Parse(text);
                if (document.RootElement.GetProperty("type").GetString() == Verbs.Follow)
                {
                    await PostAsync(node, new() { Id = $"{Origin}/activity/{Ulid.NewUlid()}", Type = Verbs.Accept, Actor = Id, Object = document.RootElement.Clone() });
                    _received.Clear();
                    return;
                }
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        Rsa.Dispose();
        Ed25519.Dispose();
    }

    private async Task PostAsync(Node node, Activity activity)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Ap.WriteDocument(activity));
        using var request = new HttpRequestMessage(HttpMethod.Post, node.Inbox) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Ap.MediaType);
        foreach (var (name, value) in Cavage.Sign(Rsa, "POST", new Uri(node.Inbox), body, TimeProvider.System.GetUtcNow()))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request);
        if ((int)answer.StatusCode != 202)
        {
            throw new InvalidOperationException($"{node.Name} answered {(int)answer.StatusCode} to {activity.Type}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private JsonElement Describe() => Ap.WriteDocument(new Actor
    {
        Id = Id,
        Type = "Organization",
        Kind = "pole",
        Name = "Barcelona",
        PreferredUsername = "pole",
        Inbox = Id + "/inbox",
        PublicKey = [new() { Id = Rsa.KeyId, Owner = Id, Pem = Rsa.PublicPem }],
        AssertionMethod = [new() { Id = Ed25519.KeyId, Controller = Id, PublicKeyMultibase = Ed25519.PublicMultibase }],
    });
}
