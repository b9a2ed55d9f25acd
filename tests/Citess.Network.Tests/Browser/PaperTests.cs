using Microsoft.Playwright;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>A practice of the demo as it is printed.</summary>
[Collection(DemoCollection.Name)]
public sealed class PaperTests(Demo demo)
{
    /// <summary>What can only be pressed, and what only people who are signed in should know.</summary>
    private const string Here = "nav, button, form, select, .button, .take, .progress, .inside, .languages, footer.site";

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task On_paper_a_practice_names_pole_licence_and_address_and_nothing_is_there_to_press(string language)
    {
        var path = demo.Examples["/practice/{Id}"][0];
        await using var admin = await demo.AdminAsync(language);
        await admin.OpenAsync(path);
        Assert.True(await VisibleAsync(admin.Page, Here) > 3);
        Assert.Equal(0, await VisibleAsync(admin.Page, ".printed"));

        await admin.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await VisibleAsync(admin.Page, Here));
        Assert.Contains($"{demo.Mahdia}/{path}", await admin.Page.Locator(".printed").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await VisibleAsync(admin.Page, ".origin [rel=license]"));
        Assert.Equal(1, await VisibleAsync(admin.Page, ".rights"));
    }

    /// <summary>A policy that forbade the data would say so in the console, as it does of a script.</summary>
    [Fact]
    public async Task The_policy_lets_data_for_machines_stand_and_no_script()
    {
        await using var visitor = await demo.Chromium.PersonAsync(demo.Mahdia, "fr");
        var complaints = new List<string>();
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await visitor.OpenAsync(demo.Examples["/practice/{Id}"][0]);
        Assert.Equal(1, await visitor.Page.Locator("script[type='application/ld+json']").CountAsync());
        Assert.Empty(complaints);

        await visitor.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.Contains(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => window.ran === true"));
    }

    private static Task<int> VisibleAsync(IPage page, string what) => page.EvaluateAsync<int>("what => [...document.querySelectorAll(what)].filter(each => each.getClientRects().length > 0).length", what);
}
