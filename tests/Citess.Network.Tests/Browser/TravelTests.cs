using System.Text.Json;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>
/// A practice of Mahdia in the hands of Barcelona, and what Sidi Bouzid, which knows Mahdia alone, hears of it: all of it in the
/// pages, without script.
/// </summary>
public sealed class TravelTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    private const string Reason = "La cooperativa no ha trobat qui la porti dos dies per setmana.";

    [Fact]
    public async Task What_Barcelona_does_with_a_practice_of_Mahdia_is_read_in_Sidi_Bouzid_in_Barcelonas_own_signed_words()
    {
        await using var sidiBouzid = await TestPole.StartAsync("Sidi Bouzid");
        await using var leila = await poles.Chromium.PersonAsync(sidiBouzid.Origin, "ar", hasScript: false);
        await using var amira = await poles.AmiraAsync("fr");
        await using var youssef = await poles.YoussefAsync();
        await using var montserrat = await poles.MontserratAsync("ca");
        await leila.SetUpAsync(sidiBouzid, "leila", "Leila", "TN-43");
        await leila.AskAsync(poles.Mahdia);
        await amira.UntilAsync("partners", "CitESS Sidi Bouzid");
        await amira.PressAsync(amira.Page.Locator("[name=Deed][value=accept]"));
        await leila.UntilAsync("partners", Words.Of("ar", "network.connection.connected"));

        // Mahdia writes.
        var path = await Travels.WriteAsync(amira, "Un pressoir partagé");
        var (there, elsewhere) = (await Travels.FindAsync(montserrat, "Un pressoir partagé"), await Travels.FindAsync(leila, "Un pressoir partagé"));

        // Barcelona translates into Catalan, Mahdia changes a word and takes it over.
        await montserrat.OpenAsync(there + "/translate/ca");
        await montserrat.TypeAsync("Form.Words.Texts[title]", "Una premsa compartida");
        await montserrat.TypeAsync("Form.Words.Texts[line]", "Tres cooperatives, una màquina");
        var proposal = await montserrat.SaveAsync();
        await montserrat.SeesAsync(Words.Of("ca", "translate.waiting"));
        await amira.UntilAsync(path, Words.Of("fr", "translate.proposed"));
        await amira.PressAsync(amira.Page.Locator("#proposed a").First);
        Assert.Equal("Una premsa compartida", await amira.Field("Decide.Words.Texts[title]").InputValueAsync());
        await amira.TypeAsync("Decide.Words.Texts[title]", "Una premsa d’oli compartida");
        await amira.TypeAsync("Decide.Word", "Merci, c’est très bien dit.");
        await amira.PressAsync(amira.Page.Locator("[name='Decide.Verdict'][value=Accepted]"));
        await amira.OpenAsync(path);
        await amira.SeesAsync("CitESS Barcelona");
        await amira.SeesNotAsync(Words.Of("fr", "translate.proposed"));
        await montserrat.UntilAsync(there, "Una premsa d’oli compartida");
        await montserrat.UntilAsync(proposal, Words.Of("ca", "translate.verdict.accepted"));
        await montserrat.SeesAsync("Merci, c’est très bien dit.");

        // A second person in Mahdia looks at it, whoever changed it last may not; then Barcelona does.
        await ReviewAsync(amira, path, "Confirms", "Je l’ai écrit.");
        await amira.SeesAsync(Words.Of("fr", "review.second"));
        await ReviewAsync(youssef, path, "Confirms", "J’ai vu les cahiers de l’an dernier.");
        await ReviewAsync(montserrat, there, "Doubts", "No hi ha cap xifra amb font.");

        // Barcelona takes one piece over, changes it, and stops: not without a reason.
        await montserrat.OpenAsync(there + "/try");
        await montserrat.Page.GetByLabel("Le calendrier").CheckAsync();
        await montserrat.ChooseAsync("Form.Stage", "Intended");
        var adoption = await montserrat.SaveAsync();
        await montserrat.OpenAsync(adoption + "/edit");
        await montserrat.ChooseAsync("Form.Stage", "Adapting");
        await montserrat.TypeAsync("Form.On", "2026-05");
        await montserrat.WriteAsync("Told", "ca", "Amb torns de mig dia.");
        await montserrat.WriteAsync("Met[C1.1]", "ca", "Ens vam trobar tres vespres abans de res.");
        await montserrat.SaveAsync();
        await montserrat.OpenAsync(adoption + "/edit");
        await montserrat.ChooseAsync("Form.Stage", "Stopped");
        await montserrat.TypeAsync("Form.On", "2026-09-30");
        await montserrat.SendAsync("Form.Id");
        await montserrat.SeesAsync(Words.Of("ca", "kernel.check.needed"));
        await montserrat.WriteAsync("Told", "ca", Reason);
        await montserrat.SaveAsync();

        // And makes one of its own of it, which says where it comes from.
        await montserrat.OpenAsync(there + "/adapt");
        await montserrat.PressAsync(montserrat.Page.Locator("main form button").First);
        var own = montserrat.HerePath().Replace("/edit", "", StringComparison.Ordinal);
        await montserrat.WriteAsync("Title", "fr", "Un fournil partagé");
        await montserrat.SaveAsync();
        await montserrat.OpenAsync(own);
        await montserrat.Page.Locator("details:has([name='Share.Audience']) > summary").ClickAsync();
        await montserrat.ChooseAsync("Share.Audience", "Public");
        await montserrat.SendAsync("Share.Audience");
        await montserrat.OpenAsync(own);
        await montserrat.SeesAsync(Words.Of("ca", "lineage.made"));

        // Words across poles: asked in Sidi Bouzid, answered in Mahdia, read in Barcelona.
        await leila.OpenAsync(elsewhere + "/talk");
        await leila.WriteAsync("Said", "ar", "كم كلّف المعصرة؟");
        await leila.ChooseAsync("Form.IsQuestion", "true");
        await leila.SendAsync("Form.Id");
        await amira.UntilAsync(path, "كم كلّف المعصرة؟");
        await amira.OpenAsync(path + "/talk");
        await amira.PressAsync(amira.Page.Locator("main .talk a.button").First);
        await amira.WriteAsync("Said", "fr", "Cent vingt mille dinars.");
        await amira.SendAsync("Form.Id");
        await montserrat.UntilAsync(there, "Cent vingt mille dinars.");
        await montserrat.SeesAsync("كم كلّف المعصرة؟");

        // Mahdia sees all of it with its dates, and Sidi Bouzid too, which never met Barcelona.
        foreach (var (reader, page) in new[] { (amira, path), (leila, elsewhere) })
        {
            await reader.UntilAsync(page, Reason);
            foreach (var seen in new[] { "No hi ha cap xifra amb font.", "J’ai vu les cahiers", "Le calendrier", Words.Of(reader.Language, "talk.answered"), Words.Of(reader.Language, "tried.stage.stopped"), Words.Of(reader.Language, "review.verdict.doubts") })
            {
                await reader.SeesAsync(seen);
            }

            await reader.PressAsync(reader.Page.Locator("#tried .card a").First);
            foreach (var seen in new[] { "Amb torns de mig dia.", "2026", "Ens vam trobar tres vespres" })
            {
                await reader.SeesAsync(seen);
            }
        }

        await LineageAsync(amira, path, "Un fournil partagé");
        await VerifiedAsync(sidiBouzid, montserratActor: await ActorAsync(poles.Barcelona));
        await BackAsync(amira, path);
    }

    private static async Task ReviewAsync(Person person, string path, string verdict, string grounds)
    {
        await person.OpenAsync(path + "/review");
        await person.ChooseAsync("Form.Marks[evidence]", "Partly");
        await person.WriteAsync("Grounds", person.Language, grounds);
        await person.ChooseAsync("Form.Verdict", verdict);
        await person.SendAsync("Form.Id");
    }

    private static async Task LineageAsync(Person person, string path, string adapted)
    {
        await person.UntilAsync(path + "/lineage", adapted);
        await person.SeesAsync("CitESS Barcelona");
        await person.SeesAsync(Words.Of(person.Language, "lineage.tries"));
        Assert.Equal(3, await person.Page.Locator("main tbody tr").CountAsync());
    }

    /// <summary>What Sidi Bouzid holds of Barcelona is what Barcelona signed.</summary>
    private static async Task VerifiedAsync(TestPole reader, JsonElement montserratActor)
    {
        var origin = new Uri(montserratActor.GetProperty("id").GetString()!).Authority;
        var bodies = await reader.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key NOT LIKE 'pole/%'", new { origin });
        var kinds = bodies.Select(body => JsonElement.Parse(body)).ToList();
        Assert.All(kinds, document => Proofs.Holds(document, montserratActor));
        Assert.Superset(new HashSet<string?>(["adoption", "review", "translation"]), kinds.Select(document => document.GetProperty("kind").GetString()).ToHashSet());
        Assert.Empty(await reader.Database.QueryAsync<string>("SELECT relation FROM courier WHERE relation = @origin", new { origin }));
    }

    /// <summary>What the first version said can be had back.</summary>
    private static async Task BackAsync(Person person, string path)
    {
        await person.OpenAsync(path + "/versions");
        await person.SeesAsync("Amira");
        await person.PressAsync(person.Page.Locator("#version-1 form button"));
        await person.OpenAsync(path);
        await person.SeesNotAsync("Le calendrier");
        await person.OpenAsync(path + "/versions");
        await person.SeesAsync(Words.Of(person.Language, "versions.why", "1"));
    }

    private static async Task<JsonElement> ActorAsync(TestPole pole)
    {
        using var finger = JsonDocument.Parse(await pole.Http.GetStringAsync($"/.well-known/webfinger?resource=acct:pole@{pole.Authority}"));
        var self = finger.RootElement.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "self").GetProperty("href").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, self);
        request.Headers.TryAddWithoutValidation("Accept", "application/activity+json");
        using var answer = await pole.Http.SendAsync(request);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
