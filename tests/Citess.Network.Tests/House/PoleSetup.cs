using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Sets a fresh pole up as its first administrator does: through its pages, with the code that the start printed.</summary>
public static class PoleSetup
{
    /// <summary>Signs in as the first administrator with <see cref="TestPole.Password"/>.</summary>
    public static string AdministratorOf(TestPole pole) => pole.Name == "Barcelona" ? "montserrat" : "amira";

    /// <summary>A started pole, set up, with a program that may do what a coordinator may.</summary>
    public static async Task<RunningPole> SetUpAsync(this TestPole pole, string? userName = null, string? displayName = null)
    {
        using var person = new PageClient(pole.Origin);
        await person.OpenAsync("/fr/set-up");
        await person.SendAsync(
            ("Form.Code", await pole.SetupCodeAsync()),
            ("Form.DisplayName", displayName ?? (pole.Name == "Barcelona" ? "Montserrat" : "Amira")),
            ("Form.UserName", userName ?? AdministratorOf(pole)),
            ("Form.Password", TestPole.Password),
            ("Form.Name", pole.Name),
            ("Form.Territory", pole.Name switch { "Mahdia" => "TN-53", "Sidi Bouzid" => "TN-43", _ => "ES-CT" }));
        Assert.True(person.Address.AbsolutePath == "/fr/today", $"Setting {pole.Name} up led to {person.Address}:\n{person.Text}");
        var (id, secret) = await person.ProgramAsync("Tests");
        return new(pole, await pole.ApiAsync(id, secret));
    }

    /// <summary>A new program that may do what a coordinator may.</summary>
    public static async Task<(string Id, string Secret)> ProgramAsync(this PageClient person, string name)
    {
        await person.OpenAsync("/fr/people");
        await person.SendAsync(("Program.Name", name), ("Program.Role", "coordinator"));
        return (Once(person, 0), Once(person, 1));
    }

    /// <summary>The first administrator, signed in.</summary>
    public static async Task<PageClient> SignInAsync(this TestPole pole, string? userName = null)
    {
        var person = new PageClient(pole.Origin);
        await person.OpenAsync("/fr/sign-in");
        await person.SendAsync(("Form.UserName", userName ?? AdministratorOf(pole)), ("Form.Password", TestPole.Password));
        Assert.True(person.Address.AbsolutePath == "/fr/today", $"Signing in at {pole.Name} led to {person.Address}:\n{person.Text}");
        return person;
    }

    private static string Once(PageClient client, int index) =>
        client.Page.QuerySelector($"[name='Once.{index}']")?.GetAttribute("value")
        ?? throw new InvalidOperationException($"No secret was shown at {client.Address}:\n{client.Text}");
}
