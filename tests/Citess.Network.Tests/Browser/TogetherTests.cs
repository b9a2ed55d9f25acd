using Citess.ActivityPub.Logs;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Vocabularies;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>
/// An Arabic want in Mahdia meets a Spanish offer in Barcelona; what follows from it is done by three poles in three languages, one of
/// them cut off for a time, and can be proved by each.
/// </summary>
public sealed class TogetherTests : IAsyncLifetime
{
    private const string Concept = "cooperative-creation";
    private const string Want = "من يعيننا على تأسيس تعاونية للبحارة؟";
    private const string Offer = "Asesoría para crear una cooperativa";
    private const string Name = "سوق مشترك للضفتين";
    private const string Work = "Demander trois devis";
    private const string Question = "أين نفتح السوق الأول؟";

    private readonly Chromium chromium = new();
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    private RunningPole SidiBouzid => network.SidiBouzid;

    public async ValueTask InitializeAsync()
    {
        await chromium.InitializeAsync();
        network = await PoleNetwork.StartAsync("Mahdia", "Barcelona", "Sidi Bouzid");
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await (network?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task From_an_Arabic_want_and_a_Spanish_offer_to_a_decision_of_three_that_each_can_prove()
    {
        await using var amira = await SignInAsync(Mahdia, "ar");
        await using var montserrat = await SignInAsync(Barcelona, "es");
        await using var leila = await SignInAsync(SidiBouzid, "fr");
        var label = Thesaurus.Built.Find(Concept)!.Labels;

        // Each writes in the own language, and names the subject by a word of it.
        var offer = await WriteAsync(montserrat, "offering", Offer, label["es"], "es");
        var want = await WriteAsync(amira, "want", Want, label["ar"], "ar");

        // They meet through the concept, and both read the same reasons.
        await amira.UntilAsync(want, Offer);
        await montserrat.UntilAsync(offer, Want);
        var (ours, theirs) = (await ReasonsAsync(amira, Offer), await ReasonsAsync(montserrat, Want));
        Assert.Equal(Expected("ar", label), ours);
        Assert.Equal(Expected("es", label), theirs);

        await AgreeAsync(amira, montserrat);
        var page = await BeginAsync(amira);
        await Task.WhenAll(JoinAsync(montserrat, page), JoinAsync(leila, page));
        var id = page.Split('/')[^1];
        await Collaborating.SameAsync(id, events: 3, Mahdia, Barcelona, SidiBouzid);

        await ApartAsync(amira, montserrat, leila, page);
        var report = await Collaborating.SameAsync(id, events: 8, Mahdia, Barcelona, SidiBouzid);
        Assert.Empty(report.GetProperty("conflicts").EnumerateArray());
        foreach (var person in new[] { amira, montserrat, leila })
        {
            await person.OpenAsync(page);
            await person.SeesAsync(Work);
            await person.SeesAsync(Question);
            Assert.Equal(3, await person.Page.Locator("section[aria-labelledby=questions] dd").Filter(new() { HasText = "برشلونة · Barcelona" }).CountAsync());
            await person.SeesNotAsync(Words.Of(person.Language, "collab.undecided"));
        }

        await ProveAsync(leila, page, report.GetProperty("events").EnumerateArray().Single(each => each.GetProperty("says").GetString() == "task").GetProperty("hash").GetString()!);
    }

    private async Task<Person> SignInAsync(RunningPole pole, string language)
    {
        var person = await chromium.PersonAsync(pole.Origin, language, hasScript: false);
        await person.SignInAsync(PoleSetup.AdministratorOf(pole.Process), TestPole.Password);
        return person;
    }

    private static async Task<string> WriteAsync(Person person, string kind, string title, string word, string language)
    {
        await person.OpenAsync(kind + "/new");
        await person.WriteAsync("Title", language, title);
        await person.ChooseAsync("Form.Means", "Expertise");
        await person.TypeAsync("Form.Concepts.Text", word);
        await person.ChooseAsync("Form.Languages", language);
        await person.ChooseAsync("Form.Languages", "fr");
        await person.ChooseAsync("Form.Audience", "Network");
        if (kind == "want")
        {
            await person.Field("Form.Urgency").SelectOptionAsync("Urgent");
        }

        return await person.SaveAsync();
    }

    private static async Task<IReadOnlyList<string>> ReasonsAsync(Person person, string title) =>
        [.. (await person.Page.Locator("section[aria-labelledby=fits] .card").Filter(new() { HasText = title }).Locator("ul > li").AllInnerTextsAsync()).Select(line => line.Trim())];

    private static IReadOnlyList<string> Expected(string language, IReadOnlyDictionary<string, string> label)
    {
        var (now, culture) = (TimeProvider.System.GetUtcNow(), Citess.Poles.Kernel.Culture.Languages.Find(language)!.Culture);
        var (until, today) = (Citess.Poles.Exchange.Proposal.LastDay(now).ToString("d MMMM yyyy", culture), now.ToString("d MMMM yyyy", culture));
        return
        [
            Words.Of(language, "fitting.same", label[language]),
            Words.Of(language, "fitting.language", Words.Of(language, "language.fr")),
            Words.Of(language, "fitting.until", until),
            Words.Of(language, "fitting.urgency"),
            Words.Of(language, "fitting.fresh", today),
            Words.Of(language, "fitting.hours", "7", "8", $"{Country("TN-53", language)} · {Country("ES-CT", language)}"),
            Words.Of(language, "fitting.border", $"{Country("TN", language)} · {Country("ES", language)}"),
            Words.Of(language, "fitting.first"),
            Words.Of(language, "fitting.underserved", "Mahdia"),
        ];
    }

    /// <summary>A country or a part of one; in most languages the name is that of the place itself.</summary>
    private static string Country(string code, string language) => Territories.Find(code)!.Names is var names && names.TryGetValue(language, out var name) ? name : names["*"];

    private async Task AgreeAsync(Person amira, Person montserrat)
    {
        await amira.PressAsync(amira.Page.Locator("section[aria-labelledby=fits] .card").Filter(new() { HasText = Offer }).Locator("h3 a"));
        await amira.TypeAsync("Propose.Note", "نحتاج إلى لقاء أول عن بعد.");
        await amira.SendAsync("Propose.Note");
        await amira.Page.WaitForURLAsync(url => url.EndsWith("?done=proposed", StringComparison.Ordinal));
        var asked = amira.HerePath();
        await montserrat.UntilAsync("requests", Offer);
        await montserrat.PressAsync(montserrat.Page.Locator(".card a").First);
        await montserrat.SeesAsync("نحتاج إلى لقاء أول عن بعد.");
        await montserrat.PressAsync(montserrat.Page.Locator("form:has([name=_handler][value=accept]) button"));
        await montserrat.SeesAsync(Words.Of("es", "exchange.request.accepted"));
        await amira.UntilAsync(asked, Words.Of("ar", "exchange.request.accepted"));

        // They have met: from now on that is no reason any more, and the coordinator reads how long it took.
        await amira.OpenAsync("coordination");
        await amira.SeesAsync(Words.Of("ar", "coordination.times.median", "0", "1"));
    }

    private static async Task<string> BeginAsync(Person person)
    {
        await person.OpenAsync("collaboration/new");
        await person.TypeAsync("Form.Name", Name);
        await person.TypeAsync("Form.Purpose", "سوق كل شهر بين البحارة والتعاونيات.");
        await person.TypeAsync("Form.Clauses", "لكل قطب صوت واحد.");
        foreach (var box in await person.Page.Locator("[name='Form.Partners']:not([type=hidden])").AllAsync())
        {
            await box.CheckAsync();
        }

        await person.SendAsync("Form.Name");
        return person.HerePath();
    }

    private static async Task JoinAsync(Person person, string page)
    {
        await person.UntilAsync("today", Name);
        await person.OpenAsync(page);
        await person.PressAsync(person.Page.Locator("form:has([name=_handler][value=join]) button"));
        await person.SeesNotAsync(Words.Of(person.Language, "collab.invited.title"));
    }

    /// <summary>Sidi Bouzid writes while the others are away, and the others decide while it is.</summary>
    private async Task ApartAsync(Person amira, Person montserrat, Person leila, string page)
    {
        await Task.WhenAll(Mahdia.Process.KillAsync(), Barcelona.Process.KillAsync());
        await SayAsync(leila, page, ("task-new.title", Work));
        await SidiBouzid.Process.KillAsync();
        await Task.WhenAll(Mahdia.Process.StartAsync(), Barcelona.Process.StartAsync());
        await SayAsync(amira, page, ("question-new.title", Question), ("question-new.options", "المهدية · Mahdia\nبرشلونة · Barcelona"));
        await ChooseAsync(amira, "vote-");

        // Two of three are a majority: Barcelona has the other vote before it says its own, and what was decided.
        await Collaborating.SameAsync(page.Split('/')[^1], events: 5, Mahdia, Barcelona);
        await montserrat.OpenAsync(page);
        await ChooseAsync(montserrat, "vote-");
        await ChooseAsync(montserrat, "decide-");
        await amira.UntilAsync(page, Words.Of("ar", "collab.says.decide"));
        await SidiBouzid.Process.StartAsync();
    }

    private static async Task ChooseAsync(Person person, string form)
    {
        var choice = person.Page.Locator($"select[name^='{form}']");
        await choice.SelectOptionAsync("برشلونة · Barcelona");
        await person.PressAsync(person.Page.Locator("form").Filter(new() { Has = choice }).Locator("button"));
    }

    private static async Task SayAsync(Person person, string page, params IReadOnlyList<(string Field, string Text)> typed)
    {
        await person.OpenAsync(page);
        await person.Page.Locator($"details:has([name='{typed[0].Field}']) > summary").ClickAsync();
        foreach (var (field, text) in typed)
        {
            await person.TypeAsync(field, text);
        }

        await person.SendAsync(typed[0].Field);
        await person.SeesAsync(typed[0].Text);
    }

    /// <summary>Each pole's log is good; then one event is altered in the database of Sidi Bouzid.</summary>
    private async Task ProveAsync(Person leila, string page, string task)
    {
        foreach (var pole in new[] { Mahdia, Barcelona, SidiBouzid })
        {
            Assert.Contains("Good: 8 events", await VerifyAsync(0, pole, page), StringComparison.Ordinal);
        }

        await SidiBouzid.Process.KillAsync();
        await SidiBouzid.TamperAsync(TestPole.Silos == 1 ? "DROP TRIGGER collaboration_event_stays" : "DROP TRIGGER collaboration_event_stays ON collaboration_event");
        Assert.Equal(1, await SidiBouzid.TamperAsync("UPDATE collaboration_event SET body = replace(body, 'trois devis', 'un seul devis') WHERE hash = @task", new { task }));
        await SidiBouzid.Process.StartAsync();
        Assert.Contains($"{task} was altered", await VerifyAsync(1, SidiBouzid, page), StringComparison.Ordinal);
        Assert.Equal((task, LogFault.Altered), Assert.Single((await SidiBouzid.VerifyAsync(page.Split('/')[^1])).Select(finding => (finding.Hash, finding.Fault))));
        Assert.Contains("Good: 8 events", await VerifyAsync(0, Mahdia, page), StringComparison.Ordinal);

        await leila.OpenAsync(page);
        await leila.SeesAsync(Words.Of("fr", "collab.damaged"));
        await leila.SeesNotAsync("un seul devis");
        await leila.OpenAsync("coordination");
        await leila.SeesAsync(Words.Of("fr", "coordination.wait.repair"));
    }

    private static async Task<string> VerifyAsync(int expected, RunningPole pole, string page)
    {
        using var person = await pole.Process.SignInAsync();
        var program = await person.ProgramAsync("Vérification " + Samples.NewId());
        return await CitessProgram.RunAsync(expected, program, "verify", $"{pole.Origin}/{page}", "--local", "--client", program.Id);
    }
}
