using Citess.Network.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>Would it work here? Amira says what is in place in Mahdia, and reads a practice of Barcelona against it.</summary>
public sealed class FitTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    private const string Trust = "C1.1";
    private const string Money = "C2.1";
    private const string Market = "C2.4";
    private const string Networks = "C4.1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_practice_of_a_partner_pole_is_read_against_what_is_in_place_here(bool hasScript)
    {
        await using var amira = await poles.AmiraAsync("fr", hasScript);
        await using var montserrat = await poles.MontserratAsync("ca", hasScript);
        var title = "Un mercat de pagès " + hasScript;
        var there = await WriteAsync(montserrat, title);

        // No word on what it needs: what to ask, and for whoever wrote it the way to say it.
        await montserrat.SeesAsync(Words.Of("ca", "fit.check.write"));
        await amira.UntilAsync("practices", title);
        await amira.PressAsync(amira.Page.GetByText(title).First);
        var here = amira.HerePath();
        await amira.SeesAsync(Words.Of("fr", "fit.ask.without"));

        await montserrat.OpenAsync(there + "/edit/conditions");
        await NeedsAsync(montserrat, 0, Networks, "false");
        await NeedsAsync(montserrat, 1, Trust, "true");
        await NeedsAsync(montserrat, 2, Money, "true");
        await montserrat.SaveAsync();

        // Part by part: a first button saves all that is answered so far.
        await amira.OpenAsync("");
        await amira.PressAsync(amira.Page.Locator("main a[href='here']"));
        await AnswerAsync(amira, Trust, "InPlace");
        await AnswerAsync(amira, Money, "Missing");
        await amira.Page.Locator($"details:has([name=\"{Field(Money, "Note")}\"]) > summary").ClickAsync();
        await amira.TypeAsync(Field(Money, "Note"), "Seulement le lancement " + hasScript);
        await SendAsync(amira);
        await amira.SeesAsync(Words.Of("fr", "fit.progress", "2", "15"));

        await amira.UntilAsync(here, Words.Of("fr", "fit.check.answer"));
        await amira.SeesAsync("1 condition indispensable sur 2 est en place\u00a0; 1 est absente.");
        await amira.SeesAsync("Seulement le lancement " + hasScript);
        Assert.Equal([Words.Of("fr", "fit.presence.inplace"), Words.Of("fr", "fit.presence.missing"), Words.Of("fr", "fit.presence.unknown")], await PresencesAsync(amira));

        // What is not known is answered at once, and the way leads back.
        await amira.PressAsync(amira.Page.GetByText(Words.Of("fr", "fit.check.answer")));
        Assert.Contains("#Form-Answers-C4-1-Presence", amira.Page.Url, StringComparison.Ordinal);
        await AnswerAsync(amira, Networks, "Partly");
        await SendAsync(amira);
        await amira.PressAsync(amira.Page.Locator(".notice").GetByText(Words.Of("fr", "fit.back")));
        Assert.Equal(here, amira.HerePath());
        Assert.Equal(Words.Of("fr", "fit.presence.partly"), (await PresencesAsync(amira))[2]);

        // None of it leaves: to Barcelona its own practice is as it was.
        await montserrat.OpenAsync(there);
        await montserrat.SeesNotAsync("Seulement le lancement");
        Assert.All(await PresencesAsync(montserrat), word => Assert.Equal(Words.Of("ca", "fit.presence.unknown"), word));
        await ForgetAsync(amira);
    }

    [Fact]
    public async Task Two_who_answer_at_once_lose_nothing()
    {
        await using var amira = await poles.AmiraAsync("fr");
        await using var youssef = await poles.YoussefAsync();
        await amira.OpenAsync("here");
        await youssef.OpenAsync("here");
        await AnswerAsync(youssef, Trust, "Partly");
        await AnswerAsync(youssef, Market, "Missing");
        await SendAsync(youssef);

        // Another question: they do not meet.
        await AnswerAsync(amira, Money, "InPlace");
        await SendAsync(amira);
        await amira.SeesAsync(Words.Of("fr", "fit.progress", "3", "15"));

        // The same one: both are shown, what was typed stays, and the second press decides.
        await AnswerAsync(youssef, Money, "Missing");
        await SendAsync(youssef);
        await youssef.SeesAsync(Words.Of("fr", "kernel.conflict.title"));
        Assert.Equal(1, await youssef.Page.Locator(".difference > section").CountAsync());
        Assert.True(await youssef.Page.Locator($"[name=\"{Field(Money, "Presence")}\"][value=Missing]").IsCheckedAsync());
        await SendAsync(youssef);
        await youssef.SeesAsync(Words.Of("fr", "kernel.saved"));
        await amira.OpenAsync("here");
        Assert.True(await amira.Page.Locator($"[name=\"{Field(Money, "Presence")}\"][value=Missing]").IsCheckedAsync());
        await ForgetAsync(amira);
    }

    [Fact]
    public async Task Visitors_and_guests_see_nothing_of_it_and_no_address_leads_away()
    {
        await using var amira = await poles.AmiraAsync("fr");
        await using var visitor = await poles.Chromium.PersonAsync(poles.Mahdia.Origin, "fr", hasScript: false);
        await visitor.OpenAsync("here");
        Assert.EndsWith("/sign-in", new Uri(visitor.Page.Url).AbsolutePath, StringComparison.Ordinal);

        await visitor.JoinAsync(await amira.InviteAsync("Invitée", "guest"), "guest", "Guest");
        await visitor.OpenAsync("here");
        Assert.Equal(0, await visitor.Page.Locator("form.fit").CountAsync());

        foreach (var trap in new[] { "https://mallory.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CE", "//mallory.example", "javascript:alert(1)" })
        {
            await amira.OpenAsync("here?back=" + Uri.EscapeDataString(trap));
            Assert.Equal(0, await amira.Page.Locator($"a[href='{trap}']").CountAsync());
        }
    }

    private static string Field(string determinant, string name) => $"Form.Answers[{determinant}].{name}";

    private static Task AnswerAsync(Person person, string determinant, string presence) => person.ChooseAsync(Field(determinant, "Presence"), presence);

    private static Task SendAsync(Person person) => person.SendAsync("Form.Revision");

    private static async Task<string> WriteAsync(Person person, string title)
    {
        await person.OpenAsync("practice/new");
        await person.WriteAsync("Title", person.Language, title);
        await person.WriteAsync("Line", person.Language, "Cada dissabte");
        await person.ChooseAsync("Form.Audience", "Network");
        return await person.SaveAsync();
    }

    private static async Task NeedsAsync(Person person, int row, string determinant, string isRequired)
    {
        if (await person.Field($"Form.Conditions[{row}].Determinant").CountAsync() == 0)
        {
            await person.PressAsync(person.Page.Locator("[name='Form.WantsRows']"));
        }

        await person.Field($"Form.Conditions[{row}].Determinant").SelectOptionAsync(determinant);
        await person.ChooseAsync($"Form.Conditions[{row}].IsRequired", isRequired);
    }

    private static async Task<string[]> PresencesAsync(Person person) =>
        [.. (await person.Page.Locator(".here .badge").AllInnerTextsAsync()).Select(text => text[2..])];

    /// <summary>The next test begins with nothing known.</summary>
    private static async Task ForgetAsync(Person person)
    {
        await person.OpenAsync("here");
        foreach (var determinant in new[] { Trust, Money, Market, Networks })
        {
            await AnswerAsync(person, determinant, "Unknown");
            if (await person.Page.Locator($"[name=\"{Field(determinant, "Note")}\"]").IsVisibleAsync())
            {
                await person.TypeAsync(Field(determinant, "Note"), "");
            }
        }

        await SendAsync(person);
        await person.SeesAsync(Words.Of("fr", "fit.progress", "0", "15"));
    }
}
