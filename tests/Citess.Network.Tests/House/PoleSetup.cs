using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Sets a fresh pole up as its first administrator does: through its pages, with the code that the start printed.</summary>
public static class PoleSetup
{
    public const string Administrator = "amira";

    /// <summary>A started pole, set up, with a program that may do what a coordinator may.</summary>
    public static async Task<RunningPole> SetUpAsync(this TestPole pole)
    {
        using var amira = new PageClient(pole.Origin);
        await amira.OpenAsync("/fr/set-up");
        await amira.SendAsync(
            ("Form.Code", await pole.SetupCodeAsync()),
            ("Form.DisplayName", "Amira"),
            ("Form.UserName", Administrator),
            ("Form.Password", TestPole.Password),
            ("Form.Name", pole.Name),
            ("Form.Territory", pole.Name switch { "Mahdia" => "TN-53", "Sidi Bouzid" => "TN-43", _ => "ES-CT" }));
        Assert.True(amira.Address.AbsolutePath == "/fr/today", $"Setting {pole.Name} up led to {amira.Address}:\n{amira.Text}");
        return await pole.WithProgramAsync(amira);
    }

    private static async Task<RunningPole> WithProgramAsync(this TestPole pole, PageClient amira)
    {
        await amira.OpenAsync("/fr/people");
        await amira.SendAsync(("Program.Name", "Tests"), ("Program.Role", "coordinator"));
        var id = Once(amira, 0);
        var secret = Once(amira, 1);
        return new(pole, await pole.ApiAsync(id, secret));
    }

    private static string Once(PageClient client, int index) =>
        client.Page.QuerySelector($"[name='Once.{index}']")?.GetAttribute("value")
        ?? throw new InvalidOperationException($"No secret was shown at {client.Address}:\n{client.Text}");
}
