using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>Mahdia and Barcelona, set up and connected in their pages by Amira and Montserrat; Youssef works in Mahdia too.</summary>
public sealed class TwoPoles : IAsyncLifetime
{
    public Chromium Chromium { get; } = new();

    public TestPole Mahdia { get; private set; } = default!;

    public TestPole Barcelona { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        await Chromium.InitializeAsync();
        Mahdia = await TestPole.StartAsync("Mahdia");
        Barcelona = await TestPole.StartAsync("Barcelona");
        await using var amira = await Chromium.PersonAsync(Mahdia.Origin, "ar", hasScript: false);
        await using var montserrat = await Chromium.PersonAsync(Barcelona.Origin, "ca", hasScript: false);
        await amira.SetUpAsync(Mahdia, "amira", "Amira", "TN-53");
        await montserrat.SetUpAsync(Barcelona, "montserrat", "Montserrat", "ES-B");
        await amira.AskAsync(Barcelona);
        await montserrat.AcceptAsync(Mahdia);
        await amira.UntilAsync("partners", Words.Of("ar", "network.connection.connected"));
        await using var youssef = await Chromium.PersonAsync(Mahdia.Origin, "fr", hasScript: false);
        await youssef.JoinAsync(await amira.InviteAsync("Youssef", "facilitator"), "youssef", "Youssef");
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        foreach (var pole in new[] { Mahdia, Barcelona })
        {
            if (pole is not null)
            {
                await pole.DisposeAsync();
            }
        }
    }

    public Task<Person> AmiraAsync(string language = "ar", bool hasScript = false) => SignInAsync(Mahdia, "amira", language, hasScript);

    public Task<Person> YoussefAsync(string language = "fr", bool hasScript = false) => SignInAsync(Mahdia, "youssef", language, hasScript);

    public Task<Person> MontserratAsync(string language = "ca", bool hasScript = false) => SignInAsync(Barcelona, "montserrat", language, hasScript);

    private async Task<Person> SignInAsync(TestPole pole, string name, string language, bool hasScript)
    {
        var person = await Chromium.PersonAsync(pole.Origin, language, hasScript);
        await person.SignInAsync(name, TestPole.Password);
        return person;
    }
}
