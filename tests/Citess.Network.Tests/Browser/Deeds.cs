using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>What people of a pole do again and again, all of it in its pages.</summary>
internal static class Deeds
{
    /// <summary>The first visit to a fresh pole, anywhere in it.</summary>
    public static async Task SetUpAsync(this Person person, TestPole pole, string userName, string displayName, string territory)
    {
        await person.OpenAsync("practices");
        Assert.EndsWith($"/{person.Language}/set-up", person.Page.Url, StringComparison.Ordinal);
        await person.TypeAsync("Form.Code", await pole.SetupCodeAsync());
        await person.TypeAsync("Form.DisplayName", displayName);
        await person.TypeAsync("Form.UserName", userName);
        await person.TypeAsync("Form.Password", TestPole.Password);
        await person.TypeAsync("Form.Name", "CitESS " + pole.Name);
        await person.TypeAsync("Form.Telephone", "+216 73 000 000");
        await person.Field("Form.Territory").SelectOptionAsync(territory);
        await person.SendAsync("Form.Code");
        await person.Page.WaitForURLAsync("**/today");
    }

    /// <summary>A link by which somebody joins the team.</summary>
    public static async Task<string> InviteAsync(this Person person, string note, string role)
    {
        await person.OpenAsync("people");
        await person.ChooseAsync("Invite.Role", role);
        await person.TypeAsync("Invite.Note", note);
        await person.SendAsync("Invite.Note");
        return await person.Field("Once.0").InputValueAsync();
    }

    /// <summary>Follows the link that somebody sent.</summary>
    public static async Task JoinAsync(this Person person, string link, string userName, string displayName)
    {
        await person.Page.GotoAsync(link);
        await person.TypeAsync("Form.DisplayName", displayName);
        await person.TypeAsync("Form.UserName", userName);
        await person.TypeAsync("Form.Password", TestPole.Password);
        await person.SendAsync("Form.Password");
        await person.Page.WaitForURLAsync("**/today");
    }

    /// <summary>Asks another pole to connect, by the address that its people read out.</summary>
    public static async Task AskAsync(this Person person, TestPole other)
    {
        await person.OpenAsync("partners");
        await person.TypeAsync("Address", other.Authority);
        await person.SendAsync("Address");
        await person.SeesAsync("CitESS " + other.Name);
    }

    /// <summary>Says yes to the pole that asked.</summary>
    public static async Task AcceptAsync(this Person person, TestPole other)
    {
        await person.UntilAsync("partners", "CitESS " + other.Name);
        await person.PressAsync(person.Page.Locator("[name=Deed][value=accept]"));
        await person.UntilAsync("partners", Words.Of(person.Language, "network.connection.connected"));
    }

    /// <summary>Opens the page again and again, as somebody who waits for news, until it says this.</summary>
    public static async Task UntilAsync(this Person person, string path, string text)
    {
        await Eventually.TrueAsync(
            async () =>
            {
                await person.OpenAsync(path);
                return (await person.TextAsync()).Contains(text, StringComparison.OrdinalIgnoreCase);
            },
            $"{person.Page.Url} never said “{text}”.",
            TimeSpan.FromSeconds(60));
    }

    /// <summary>Writes one text of a form in one language; a translation is unfolded first.</summary>
    public static async Task WriteAsync(this Person person, string field, string language, string text)
    {
        var input = person.Field($"Form.{field}.Texts[{language}]");
        if (!await input.IsVisibleAsync())
        {
            await person.Page.Locator($"details:has([name=\"Form.{field}.Texts[{language}]\"]) > summary").ClickAsync();
        }

        await input.FillAsync(text);
    }

    /// <summary>Saves the form of a record; the address of its page, without language.</summary>
    public static async Task<string> SaveAsync(this Person person)
    {
        await person.SendAsync("Form.Id");
        await person.Page.WaitForURLAsync(url => url.Contains("?saved=", StringComparison.Ordinal));
        return person.HerePath();
    }

    /// <summary>Where the person is, without language and query.</summary>
    public static string HerePath(this Person person) => new Uri(person.Page.Url).AbsolutePath[(person.Language.Length + 2)..];
}
