using Microsoft.Playwright;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>One browser for all tests; each person gets a context of their own, as a telephone of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // A browser that asks its maker for updates and lists would be measured with them.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CITESS_CHROMIUM") is { Length: > 0 } chosen ? chosen : "/usr/bin/chromium";
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A person who just arrived.</summary>
    public async Task<Person> PersonAsync(string origin, string language, bool hasScript = true, int width = 1280, int height = 900)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = origin,
            JavaScriptEnabled = hasScript,
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(20_000);
        return new(context, await context.NewPageAsync(), language);
    }
}
