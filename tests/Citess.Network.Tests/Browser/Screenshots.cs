using Microsoft.Playwright;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>Takes a picture of every page, for people to look at; run by <c>tests/screenshots.sh</c>.</summary>
[Collection(DemoCollection.Name)]
public sealed class Screenshots(Demo demo)
{
    private static readonly string[] AlsoDark = ["/", "/practices", "/practice/{Id}", "/today", "/practice/new"];

    private static readonly (string Name, int Width, int Height)[] Sizes = [("wide", 1280, 900), ("narrow", 360, 740)];

    [Fact(Explicit = true)]
    public async Task Every_page_is_pictured_in_two_languages_and_two_widths()
    {
        var folder = Environment.GetEnvironmentVariable("CITESS_SCREENSHOTS") is { Length: > 0 } chosen ? chosen : "screenshots";
        foreach (var language in new[] { "fr", "ar" })
        {
            foreach (var (size, width, height) in Sizes)
            {
                var into = Path.Combine(folder, language, size);
                await using var visitor = await demo.Chromium.PersonAsync(demo.Mahdia, language, width: width, height: height);
                await using var admin = await demo.AdminAsync(language, width, height);
                foreach (var route in ExamplePages.Routes)
                {
                    foreach (var (path, index) in demo.Examples[route].Select((path, index) => (path, index)))
                    {
                        var person = ExamplePages.IsForVisitors(route) && index == 0 ? visitor : admin;
                        await TakeAsync(person, route, path, Path.Combine(into, NameOf(route) + (index == 0 ? "" : $"-{index + 1}")));
                    }

                    if (AlsoDark.Contains(route, StringComparer.Ordinal))
                    {
                        await admin.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                        await TakeAsync(admin, route, demo.Examples[route][0], Path.Combine(into, NameOf(route) + "-dark"));
                        await admin.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                    }
                }
            }
        }

        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories));
    }

    private async Task TakeAsync(Person person, string route, string path, string file)
    {
        if (route == ExamplePages.SetUp)
        {
            await person.Page.GotoAsync($"{demo.Fresh.Origin}/{person.Language}/{path}");
        }
        else
        {
            await person.OpenAsync(path);
        }

        await person.Page.ScreenshotAsync(new() { Path = file + ".png", FullPage = true });
    }

    private static string NameOf(string route) => route == "/" ? "home" : string.Concat(route.Trim('/').Where(letter => letter is not ('{' or '}' or '*' or ':')).Select(letter => letter == '/' ? '-' : letter));
}
