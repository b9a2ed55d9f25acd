using System.Collections.Concurrent;
using System.Text;
using Citess.ActivityPub.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Citess.ActivityPub.Tests.Fetching;

/// <summary>A real server on a loopback port; each test says what it answers.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication app;

    private Loopback(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public ConcurrentQueue<(string Path, Dictionary<string, string> Headers)> Requests { get; } = new();

    public static async Task<Loopback> StartAsync(Func<Loopback, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var loopback = new Loopback(builder.Build());
        loopback.app.Run(context =>
        {
            loopback.Requests.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return answer(loopback, context);
        });
        await loopback.app.StartAsync();
        return loopback;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}

/// <summary>What the tests of fetching share.</summary>
internal static class Wire
{
    public const string As2 = "application/activity+json";

    public static SafeHttpOptions Open { get; } = new() { UserAgent = "CitESS/0 (+https://mahdia.example)", AllowPrivateAddresses = true };

    public static SafeHttpOptions Closed { get; } = Open with { AllowPrivateAddresses = false, AllowHttp = true };

    public static HttpClient Client(SafeHttpOptions options) => SafeHttp.Create(options, _ => { });

    public static async Task<FetchResult> GetAsync(string url, SafeHttpOptions? options = null, FetchBudget? budget = null)
    {
        using var client = Client(options ?? Open);
        return await new DocumentFetcher(client, options ?? Open, TimeProvider.System).FetchAsync(url, budget ?? new FetchBudget());
    }

    public static async Task WriteAsync(this HttpContext context, string contentType, string body)
    {
        context.Response.Headers.ContentType = contentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    public static void Is(FetchFault fault, FetchResult result) => Assert.Equal(fault, Assert.IsType<FetchResult.Refused>(result).Fault);
}
