using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Citess.Network.Tests.House;

/// <summary>One question as it came: who asks is what it calls itself.</summary>
internal sealed record Asked(string From, string Method, string Target, bool IsSigned);

/// <summary>
/// Stands at the public port of a pole and passes everything on to its process: writes down what is asked, and lets a
/// question wait when a test says so.
/// </summary>
internal sealed partial class Door : IAsyncDisposable
{
    private readonly HttpClient inner = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentQueue<Asked> all = new();
    private readonly WebApplication server;

    private Door(TestPole pole)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.ListenLocalhost(pole.Port));
        server = builder.Build();
        server.Run(http => PassOnAsync(http, string.Create(CultureInfo.InvariantCulture, $"http://localhost:{pole.ListenPort}")));
    }

    /// <summary>What a question is to wait for; nothing at first.</summary>
    public Func<Asked, Task> Before { get; set; } = _ => Task.CompletedTask;

    public static async Task<Door> OpenAsync(TestPole pole)
    {
        var door = new Door(pole);
        await door.server.StartAsync();
        return door;
    }

    /// <summary>What one pole asked since this was last called, in its order.</summary>
    public IReadOnlyList<Asked> Take(RunningPole from)
    {
        var taken = new List<Asked>();
        while (all.TryDequeue(out var one))
        {
            taken.Add(one);
        }

        return [.. taken.Where(one => one.From == from.Authority)];
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        inner.Dispose();
    }

    private async Task PassOnAsync(HttpContext http, string process)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var asked = new Asked(Caller().Match(http.Request.Headers.UserAgent.ToString()).Groups["authority"].Value, http.Request.Method, target, http.Request.Headers.ContainsKey("Signature"));
        all.Enqueue(asked);
        await Before(asked).WaitAsync(http.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), process + target);
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(http.Request.ContentType!);
        }

        foreach (var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Connection" or "Transfer-Encoding")))
        {
            request.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        using var answer = await inner.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    [GeneratedRegex(@"^CitESS/\S+ \(\+https?://(?<authority>[^)]+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Caller();
}
