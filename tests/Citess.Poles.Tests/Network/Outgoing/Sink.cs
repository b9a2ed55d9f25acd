using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>One activity as it came to an inbox.</summary>
internal sealed record Came(string Inbox, string Verb, string About, int Revision, string Connection);

/// <summary>Inboxes on a real loopback port; each test says what they answer.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication app;

    private Sink(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>What came, in the order of arrival.</summary>
    public ConcurrentQueue<Came> Arrived { get; } = new();

    public IReadOnlyList<string> Words => [.. Arrived.Select(came => $"{came.Verb} {came.About}")];

    public static Task<Sink> StartAsync() => StartAsync((_, _) => Task.FromResult(202));

    public static async Task<Sink> StartAsync(Func<Came, HttpContext, Task<int>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new Sink(builder.Build());
        sink.app.Run(async context =>
        {
            using var activity = await JsonDocument.ParseAsync(context.Request.Body);
            var about = activity.RootElement.GetProperty("object");
            var came = new Came(
                context.Request.Path.Value!, activity.RootElement.GetProperty("type").GetString()!,
                about.GetProperty("id").GetString()!.Split('/')[^1], about.GetProperty("revision").GetInt32(), context.Connection.Id);
            sink.Arrived.Enqueue(came);
            var status = await answer(came, context);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = status;
            }
        });
        await sink.app.StartAsync();
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
