using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>Forms that forgive, with and without a script, with and without a mouse.</summary>
public sealed class FormTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_with_errors_keeps_what_was_typed_and_says_what_is_wrong_in_both_places(bool hasScript)
    {
        await using var amira = await poles.AmiraAsync("fr", hasScript);
        await amira.OpenAsync("practice/new");
        await amira.WriteAsync("Title", "fr", "   ");
        await amira.WriteAsync("Line", "fr", "Une ligne qui doit rester");
        await amira.WriteAsync("Line", "ar", "سطر يجب أن يبقى");
        await amira.TypeAsync("Form.Results[0].Figure", "40 %");
        await amira.TypeAsync("Form.Results[0].Date", "au printemps");
        await amira.WriteAsync("Results[0].What", "fr", "Moins de pertes");
        await amira.ChooseAsync("Form.Audience", "Public");
        await amira.SendAsync("Form.Id");
        await amira.Page.Locator("#problems").WaitForAsync();

        Assert.Equal(2, await amira.Page.Locator("#problems li a").CountAsync());
        Assert.Contains(Words.Of("fr", "kernel.check.needed"), await amira.Page.Locator("#Form-Title .problem").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(Words.Of("fr", "kernel.check.date"), await amira.Page.Locator(".wrong:has([name='Form.Results[0].Date']) .problem").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Une ligne qui doit rester", await amira.Field("Form.Line.Texts[fr]").InputValueAsync());
        Assert.Equal("سطر يجب أن يبقى", await amira.Field("Form.Line.Texts[ar]").InputValueAsync());
        Assert.Equal("au printemps", await amira.Field("Form.Results[0].Date").InputValueAsync());
        Assert.Equal("40 %", await amira.Field("Form.Results[0].Figure").InputValueAsync());
        Assert.Equal("Moins de pertes", await amira.Field("Form.Results[0].What.Texts[fr]").InputValueAsync());
        Assert.True(await amira.Page.Locator("[name='Form.Audience'][value=Public]").IsCheckedAsync());

        await amira.Page.Locator("#problems li a").First.ClickAsync();
        Assert.EndsWith("#Form-Title", amira.Page.Url, StringComparison.Ordinal);
        await amira.WriteAsync("Title", "fr", "Un titre");
        await amira.TypeAsync("Form.Results[0].Date", "2026-04");
        await amira.SaveAsync();
        await amira.SeesAsync("Une ligne qui doit rester");
    }

    [Fact]
    public async Task Who_uses_no_mouse_signs_in_and_writes_a_practice()
    {
        await using var amira = await poles.Chromium.PersonAsync(poles.Mahdia.Origin, "ar");
        await amira.OpenAsync("");

        // The first key offers a way past the menu.
        await amira.Page.Keyboard.PressAsync("Tab");
        await amira.Page.Keyboard.PressAsync("Enter");
        await amira.Page.WaitForURLAsync("**#main");
        await amira.OpenAsync("sign-in");
        await TabToAsync(amira, "[name='Form.UserName']");
        await amira.Page.Keyboard.TypeAsync("amira");
        await TabToAsync(amira, "[name='Form.Password']");
        await amira.Page.Keyboard.TypeAsync(TestPole.Password);
        await amira.Page.Keyboard.PressAsync("Enter");
        await amira.Page.WaitForURLAsync("**/today");

        await TabToAsync(amira, "[href='practice/new']");
        await amira.Page.Keyboard.PressAsync("Enter");
        await amira.Page.WaitForURLAsync("**/practice/new");
        await TabToAsync(amira, "[name='Form.Title.Texts[ar]']");
        await amira.Page.Keyboard.TypeAsync("ورشة بلا فأرة");
        await TabToAsync(amira, "details:has([name='Form.Title.Texts[fr]']) > summary");
        await amira.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(amira, "[name='Form.Title.Texts[fr]']");
        await amira.Page.Keyboard.TypeAsync("Un atelier sans souris");
        await TabToAsync(amira, "[name='Form.Line.Texts[ar]']");
        await amira.Page.Keyboard.TypeAsync("سطر");
        await TabToAsync(amira, "[name='Form.Audience']");

        // Past the list of partners, to all of them.
        await amira.Page.Keyboard.PressAsync("ArrowDown");
        await amira.Page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(amira, "form.record button");
        await amira.Page.Keyboard.PressAsync("Enter");
        await amira.Page.WaitForURLAsync(url => url.EndsWith("?saved=1", StringComparison.Ordinal));
        await amira.SeesAsync("ورشة بلا فأرة");
        await amira.SeesAsync(Words.Of("ar", "kernel.audience.network"));
    }

    [Fact]
    public async Task What_was_typed_outlives_a_page_that_is_loaded_again()
    {
        await using var amira = await poles.AmiraAsync("fr", hasScript: true);
        amira.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await amira.OpenAsync("practice/new");
        await amira.WriteAsync("Title", "fr", "Écrit sans réseau");
        await amira.Page.ReloadAsync();
        Assert.Equal("Écrit sans réseau", await amira.Field("Form.Title.Texts[fr]").InputValueAsync());

        await amira.WriteAsync("Line", "fr", "Une ligne");
        await amira.SaveAsync();
        await amira.OpenAsync("practice/new");
        Assert.Equal("", await amira.Field("Form.Title.Texts[fr]").InputValueAsync());
    }

    /// <summary>Presses Tab, as often as a patient person would, until this has the focus, and it can be seen.</summary>
    private static async Task TabToAsync(Person person, string selector)
    {
        for (var pressed = 0; pressed < 120; pressed++)
        {
            if (await person.Page.Locator($"{selector}:focus").CountAsync() == 1)
            {
                Assert.True(await person.Page.Locator(":focus").IsVisibleAsync(), selector + " has the focus and cannot be seen");
                return;
            }

            await person.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The key Tab never leads to {selector} at {person.Page.Url}.");
    }
}
