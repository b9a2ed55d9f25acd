using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>
/// All of the internet but the pole under test: names, addresses and servers of the attacker's making. It notes each socket
/// and each request of the pole; a socket to anything but the one public address here is a breach.
/// </summary>
internal sealed class HostileWeb : IAsyncDisposable
{
    public static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<IPEndPoint> dialled = [];
    private readonly int port = TestPole.FreePort();
    private readonly WebApplication server;
    private long bytesRead;
    private string? nowhere;

    public HostileWeb()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    /// <summary>Method and address of each request that came.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What was posted, with its address.</summary>
    public ConcurrentQueue<(string Url, string Body)> Posted { get; } = [];

    /// <summary>Sockets that were opened to where none may be.</summary>
    public IEnumerable<IPEndPoint> Breaches => dialled.Where(to => !to.Address.Equals(Public));

    /// <summary>What the pole took off the wire so far.</summary>
    public long BytesRead => Interlocked.Read(ref bytesRead);

    public Task StartAsync() => server.StartAsync();

    public void Shows(string url, string body, string type = Ap.MediaType) => Answers(url, async http =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    });

    public void Redirects(string url, string location) => Answers(url, http =>
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    public void Breaks(string url, int status) => Answers(url, http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public void Answers(string url, RequestDelegate answer) => answers[url] = answer;

    /// <summary>Where a name leads; asked each time it is resolved. All others lead here.</summary>
    public void Resolves(string name, Func<IPAddress[]> addresses) => names[name] = addresses;

    /// <summary>Names that end so lead nowhere.</summary>
    public void ResolvesNone(string end) => nowhere = end;

    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken token) => Task.FromResult(
        names.TryGetValue(name, out var addresses) ? addresses()
        : nowhere is not null && name.EndsWith(nowhere, StringComparison.OrdinalIgnoreCase) ? []
        : [Public]);

    public async ValueTask<Stream> DialAsync(IPEndPoint target, CancellationToken token)
    {
        dialled.Enqueue(target);
        if (!target.Address.Equals(Public))
        {
            throw new SocketException((int)SocketError.ConnectionRefused);
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, token);
        return new Counted(socket, count => Interlocked.Add(ref bytesRead, count));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var url = http.Request.GetEncodedUrl();
        Asked.Enqueue(http.Request.Method + " " + url);
        if (answers.TryGetValue(url, out var answer))
        {
            await answer(http);
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method))
        {
            using var reader = new StreamReader(http.Request.Body);
            Posted.Enqueue((url, await reader.ReadToEndAsync()));
            http.Response.StatusCode = 202;
            return;
        }

        http.Response.StatusCode = 404;
    }

    private sealed class Counted(Socket socket, Action<int> count) : NetworkStream(socket, ownsSocket: true)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            count(read);
            return read;
        }
    }
}
