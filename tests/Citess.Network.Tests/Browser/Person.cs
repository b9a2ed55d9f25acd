using Citess.Network.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>Somebody in front of a browser, who reads one language.</summary>
public sealed class Person(IBrowserContext context, IPage page, string language) : IAsyncDisposable
{
    public IBrowserContext Context => context;

    public IPage Page => page;

    public string Language => language;

    public ValueTask DisposeAsync() => new(context.CloseAsync());

    public Task<IResponse?> OpenAsync(string path) => page.GotoAsync($"/{language}/{path}");

    public Task TypeAsync(string field, string text) => Field(field).FillAsync(text);

    /// <summary>The field that carries this name, hidden ones left out.</summary>
    public ILocator Field(string name) => page.Locator($"[name=\"{name}\"]:not([type=hidden])");

    public Task ChooseAsync(string field, string value) => page.Locator($"[name=\"{field}\"][value=\"{value}\"]").CheckAsync();

    /// <summary>Sends the form in which this field is, by its first button.</summary>
    public Task SendAsync(string field) =>
        PressAsync(page.Locator("form").Filter(new() { Has = page.Locator($"[name=\"{field}\"]") }).First.Locator("button").First);

    /// <summary>Presses what leads to another page, and waits for it: leaving earlier would call the form back.</summary>
    public async Task PressAsync(ILocator button)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FrameNavigated += Arrive;
        await button.ClickAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.FrameNavigated -= Arrive;
        await LoadedAsync();

        void Arrive(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame)
            {
                arrived.TrySetResult();
            }
        }
    }

    /// <summary>Asked of the page itself: an event may have come between two looks, and then never comes again.</summary>
    private Task LoadedAsync() => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                return await page.EvaluateAsync<string>("document.readyState") == "complete";
            }
            catch (PlaywrightException)
            {
                // The next page is just coming.
                return false;
            }
        },
        () => $"{page.Url} does not end loading.",
        TimeSpan.FromSeconds(30));

    public async Task SignInAsync(string name, string password)
    {
        await OpenAsync("sign-in");
        await TypeAsync("Form.UserName", name);
        await TypeAsync("Form.Password", password);
        await SendAsync("Form.Password");
        await page.WaitForURLAsync(url => url.EndsWith("/today", StringComparison.Ordinal));
    }

    /// <summary>What stands on the page, hidden things left out.</summary>
    public Task<string> TextAsync() => page.Locator("body").InnerTextAsync();

    // Styles may begin a word with a capital letter.
    public async Task SeesAsync(string text)
    {
        var seen = await TextAsync();
        Assert.True(seen.Contains(text, StringComparison.OrdinalIgnoreCase), $"{page.Url} does not say “{text}” but:\n{seen}");
    }

    public async Task SeesNotAsync(string text)
    {
        var seen = await TextAsync();
        Assert.False(seen.Contains(text, StringComparison.OrdinalIgnoreCase), $"{page.Url} says “{text}”:\n{seen}");
    }
}
