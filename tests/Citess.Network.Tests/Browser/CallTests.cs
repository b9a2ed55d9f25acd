using System.Globalization;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>A call across borders from its rules to the dossier: Amira leads, Barcelona reads of it, and a guest has nothing but a link.</summary>
public sealed class CallTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    private const string Title = "Marchés des deux rives";
    private const string Guest = "Cooperativa La Barca";

    [Fact]
    public async Task From_its_rules_to_the_dossier_with_a_guest_who_has_no_account()
    {
        await using var amira = await poles.AmiraAsync("fr", hasScript: true);
        var call = await WriteAsync(amira);
        await amira.SeesAsync("encore 21 jours, 0 partenaires sur 2, 2 pays de plus, il manque\u00a0: un organisme public (Tunisie), une organisation de l’ESS");

        // The commune said yes by telephone.
        await AddAsync(amira, call, "Commune de Mahdia", "public-body", "TN", "ar");
        await amira.ChooseAsync("Form.Standing", "Committed");
        await amira.TypeAsync("Form.CommittedBy", "Salma");
        await amira.TypeAsync("Form.Amount", "200000");
        await amira.TypeAsync("Form.Email", "salma@example.org");
        await amira.SaveAsync();

        await AddAsync(amira, call, Guest, "sse-organisation", "ES", "es");
        await amira.SaveAsync();
        await amira.PressAsync(amira.Page.Locator("form:has([name=_handler][value=link]) button"));
        var link = await amira.Field("Once.0").InputValueAsync();
        Assert.Contains("/es/calls/", link, StringComparison.Ordinal);
        Assert.Contains(link, await amira.Field("Once.1").InputValueAsync(), StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(link), await amira.Page.Locator("a[href^='https://wa.me/']").GetAttributeAsync("href"), StringComparison.Ordinal);

        await using var guest = await poles.Chromium.PersonAsync(poles.Mahdia.Origin, "es", hasScript: false);
        await guest.Page.GotoAsync(link);
        await guest.SeesAsync(Title);
        await guest.SeesNotAsync("Commune de Mahdia");
        await guest.WriteAsync("About", "es", "Repartimos en bicicleta desde 2014.");
        await guest.WriteAsync("Brings", "es", "Dos almacenes y un mercado.");
        await guest.WriteAsync("Tasks", "es", "Abre el mercado de Barcelona.");
        await guest.TypeAsync("Form.Amount", "150 000");
        await guest.TypeAsync("Form.Name", "Montserrat Puig");
        await PressAsync(guest, "Commit");
        await guest.SeesAsync(Words.Of("es", "calls.check.agree"));
        Assert.Equal("Dos almacenes y un mercado.", await guest.Field("Form.Brings.Texts[es]").InputValueAsync());
        await guest.ChooseAsync("Form.Agrees", "yes");
        await PressAsync(guest, "Commit");
        await guest.SeesAsync(Words.Of("es", "calls.guest.done.commit"));

        await amira.OpenAsync(call);
        await amira.SeesAsync("encore 21 jours, 2 partenaires sur 2, tout est rempli");
        await amira.OpenAsync(call + "/dossier");
        foreach (var said in new[] { Guest, "Repartimos en bicicleta desde 2014.", "Montserrat Puig", "350\u202f000\u00a0EUR", "42,9\u00a0%" })
        {
            await amira.SeesAsync(said);
        }

        await amira.SeesNotAsync("salma@example.org");
        var workbook = await amira.Context.APIRequest.GetAsync($"{poles.Mahdia.Origin}/fr/{call}/dossier.xlsx");
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await workbook.BodyAsync())[..2]));
        var json = await (await amira.Context.APIRequest.GetAsync($"{poles.Mahdia.Origin}/fr/{call}/dossier.json")).TextAsync();
        Assert.Contains("\"isComplete\":true", json, StringComparison.Ordinal);

        // Barcelona, a partner pole, has the call and nothing of who is in.
        await using var montserrat = await poles.MontserratAsync();
        await montserrat.UntilAsync("calls", Title);
        await montserrat.PressAsync(montserrat.Page.GetByText(Title).First);
        await montserrat.SeesAsync("un organisme públic (Tunísia)");
        await montserrat.SeesNotAsync(Guest);
        await montserrat.SeesNotAsync("Commune de Mahdia");

        // Barcelona says yes by telephone after all.
        await amira.OpenAsync($"{call}/candidate/new?from={Uri.EscapeDataString("partner/" + poles.Barcelona.Authority)}");
        Assert.Equal("CitESS Barcelona", await amira.Field("Form.Name").InputValueAsync());
        await amira.ChooseAsync("Form.Standing", "Committed");
        await amira.TypeAsync("Form.CommittedBy", "Montserrat");
        await amira.SaveAsync();

        await amira.OpenAsync(call);
        await amira.Page.Locator("details:has([name='Outcome.Status']) > summary").ClickAsync();
        await amira.ChooseAsync("Outcome.Status", "Won");
        await amira.TypeAsync("Outcome.Note", "87 points sur 100.");
        await amira.SendAsync("Outcome.Note");
        await amira.SeesAsync(Words.Of("fr", "calls.status.won"));
        await amira.SeesAsync("87 points sur 100.");
        await guest.Page.GotoAsync(link);
        await guest.SeesAsync(Words.Of("es", "calls.guest.closed"));

        await amira.PressAsync(amira.Page.Locator("form:has([name=_handler][value=together]) button"));
        Assert.Contains("/fr/collaboration/", amira.Page.Url, StringComparison.Ordinal);
        await amira.SeesAsync(Title);
        await amira.SeesAsync(Guest);

        // A pole among the partners is invited.
        await montserrat.UntilAsync("today", Words.Of("ca", "collab.invited.title"));
        await montserrat.SeesAsync(Title);
    }

    private static async Task<string> WriteAsync(Person person)
    {
        await person.OpenAsync("call/new");
        await person.WriteAsync("Title", "fr", Title);
        await person.TypeAsync("Form.Day", TimeProvider.System.GetUtcNow().AddDays(21).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await person.Field("Form.TimeZone").SelectOptionAsync("Etc/UTC");
        await person.TypeAsync("Form.LeastPartners", "2");
        await person.TypeAsync("Form.LeastCountries", "2");
        await person.TypeAsync("Form.Budget", "400 000");
        await person.TypeAsync("Form.Currency", "eur");
        await person.Field("Form.Needs[0].Role").SelectOptionAsync("public-body");
        await person.Field("Form.Needs[0].Country").SelectOptionAsync("TN");
        await person.Field("Form.Needs[1].Role").SelectOptionAsync("sse-organisation");
        await person.ChooseAsync("Form.Audience", "Network");
        return await person.SaveAsync();
    }

    private static async Task AddAsync(Person person, string call, string name, string role, string country, string language)
    {
        await person.OpenAsync(call + "/candidate/new");
        await person.TypeAsync("Form.Name", name);
        await person.ChooseAsync("Form.Roles", role);
        await person.Field("Form.Country").SelectOptionAsync(country);
        await person.Field("Form.Language").SelectOptionAsync(language);
    }

    private static Task PressAsync(Person person, string deed) => person.PressAsync(person.Page.Locator($"button[name='Form.Deed'][value={deed}]"));
}
