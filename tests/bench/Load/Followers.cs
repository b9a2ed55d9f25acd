using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Bench.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Activity = Citess.ActivityPub.Vocabulary.Activity;

namespace Citess.Bench.Load;

/// <summary>
/// Visitors on hosts of their own, without a shared inbox: one server on all addresses of the loopback network is as many
/// hosts as are wanted. All have one pair of keys, under a different name each.
/// </summary>
internal sealed class Followers : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 8 }) { Timeout = TimeSpan.FromMinutes(2) };
    private readonly WebApplication _server;
    private readonly string _pem;
    private readonly Ed25519KeyPair _ed25519 = Ed25519KeyPair.Create("http://localhost/");
    private readonly string _publicPem;
    private readonly int _port = Node.FreePort();
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private long _count;
    private volatile bool _arePoles;

    private Followers()
    {
        using var rsa = RsaKeyPair.Create("http://localhost/");
        (_pem, _publicPem) = (rsa.ExportPrivatePem(), rsa.PublicPem);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, _port, listen => listen.Protocols = HttpProtocols.Http1));
        _server = builder.Build();
        _server.MapGet("/actor", (HttpRequest request) => Results.Text(Describe("http://" + request.Host.Value), Ap.MediaType));
        _server.MapPost("/inbox", ReceiveAsync);
    }

    /// <summary>How long each answer takes, as if the host were far away.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>When true, connections are cut instead of answered.</summary>
    public bool AreDead { get; set; }

    /// <summary>Creates and Updates that came.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>When the last of them came.</summary>
    public long LastAt { get; private set; }

    /// <summary>Tries that met a dead host, by host.</summary>
    public IReadOnlyDictionary<string, int> Asked => _asked;

    public static async Task<Followers> StartAsync()
    {
        var followers = new Followers();
        await followers._server.StartAsync();
        return followers;
    }

    public string Inbox(int number) => Origin(number) + "/inbox";

    public string Authority(int number) => new Uri(Origin(number)).Authority;

    /// <summary>Has so many follow, from this number on; in RFC 9421 with Ed25519, or in draft-cavage.</summary>
    public Task FollowAsync(Node node, int first, int count, bool withEd25519, bool asPole = false) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (number, _) => await FollowAsync(node, number, withEd25519, asPole));

    public void Reset()
    {
        Interlocked.Exchange(ref _count, 0);
        _asked.Clear();
    }

    /// <summary>Waits until so many came in all since the last <see cref="Reset"/>.</summary>
    public async Task UntilAsync(long count, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (Count < count)
        {
            if (watch.Elapsed > patience)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"{Count} of {count} came."));
            }

            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _ed25519.Dispose();
    }

    private string Origin(int number) => string.Create(CultureInfo.InvariantCulture, $"http://127.{1 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}:{_port}");

    private async Task ReceiveAsync(HttpContext http)
    {
        if (AreDead)
        {
            _asked.AddOrUpdate(http.Request.Host.Value!, 1, static (_, times) => times + 1);
            http.Abort();
            return;
        }

        using var body = new MemoryStream(8192);
        await http.Request.Body.CopyToAsync(body);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay);
        }

        if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\"Accept\""u8) < 0)
        {
            LastAt = Stopwatch.GetTimestamp();
            Interlocked.Increment(ref _count);
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentLength = 0;
    }

    private async Task FollowAsync(Node node, int number, bool withEd25519, bool asPole)
    {
        _arePoles = asPole;
        var (origin, target) = (Origin(number), new Uri(node.Inbox));
        var body = JsonSerializer.SerializeToUtf8Bytes(Ap.WriteDocument(new Activity { Id = $"{origin}/follow/{Ulid.NewUlid()}", Type = Verbs.Follow, Actor = origin + "/actor", Object = JsonSerializer.SerializeToElement(node.Actor) }));
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Ap.MediaType);
        var now = TimeProvider.System.GetUtcNow();
        using var rsa = withEd25519 ? null : RsaKeyPair.Import(origin + "/actor#main-key", _pem);
        using var ed25519 = withEd25519 ? Ed25519KeyPair.Import(origin + "/actor#ed25519-key", _ed25519.ExportPrivateMultibase()) : null;
        foreach (var (name, value) in rsa is not null ? Cavage.Sign(rsa, "POST", target, body, now) : MessageSignatures.Sign(ed25519!, "POST", target, body, now))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request);
        if ((int)answer.StatusCode != 202)
        {
            throw new InvalidOperationException($"{node.Name} answered {(int)answer.StatusCode} to a Follow: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private string Describe(string origin) => Ap.WriteDocument(new Actor
    {
        Id = origin + "/actor",
        Type = _arePoles ? "Organization" : "Person",
        Kind = _arePoles ? "pole" : null,
        Name = "Montserrat",
        PreferredUsername = "montserrat",
        Inbox = origin + "/inbox",
        PublicKey = [new() { Id = origin + "/actor#main-key", Owner = origin + "/actor", Pem = _publicPem }],
        AssertionMethod = [new() { Id = origin + "/actor#ed25519-key", Controller = origin + "/actor", PublicKeyMultibase = _ed25519.PublicMultibase }],
    }).GetRawText();
}
