using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Citess.Bench.Load;

/// <summary>
/// Answers 202 to whatever is posted, after a delay if wished, and counts it. It listens on all addresses of the loopback
/// network at one port, so that one sink is as many hosts as are wanted.
/// </summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _server;
    private long _count;

    private Sink(int port, TimeSpan delay)
    {
        Port = port;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, port, listen => listen.Protocols = HttpProtocols.Http1));
        _server = builder.Build();
        _server.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay);
            }

            Interlocked.Increment(ref _count);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            http.Response.ContentLength = 0;
        });
    }

    public int Port { get; }

    public long Count => Interlocked.Read(ref _count);

    public static async Task<Sink> StartAsync(int port, TimeSpan delay = default)
    {
        var sink = new Sink(port, delay);
        await sink._server.StartAsync();
        return sink;
    }

    /// <summary>One of the many hosts that this sink is.</summary>
    public static string Host(int number) => string.Create(CultureInfo.InvariantCulture, $"127.{1 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}");

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
