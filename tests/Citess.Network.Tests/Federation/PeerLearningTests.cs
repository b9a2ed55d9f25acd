using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.Federation.Rrr;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>The cycle that nine cities went through in 2021, each with a pole of its own, from what they said in July to what they learned.</summary>
public sealed class PeerLearningTests
{
    [Fact]
    public async Task Nine_cities_are_grouped_study_show_and_choose_Rikx_and_CasaBottega_and_each_can_prove_it()
    {
        await using var cities = await NineCities.StartAsync();
        await cities.BeginAsync();
        await cities.SpeakAsync();
        await cities.SameAsync();

        var ways = await ProposedAsync(cities);
        await GroupAsync(cities, ways);
        await StudyAsync(cities);
        await VoteAsync(cities);
        await LearnAsync(cities);

        var report = await cities.SameAsync();
        Assert.All(report.GetProperty("events").EnumerateArray(), each => Assert.False(each.TryGetProperty("reason", out _), each.GetRawText()));
        Assert.Empty(report.GetProperty("conflicts").EnumerateArray());
        Assert.Empty(report.GetProperty("forks").EnumerateArray());
        var said = $"Good: {report.GetProperty("events").GetArrayLength()} events";
        foreach (var pole in cities.All)
        {
            Assert.Empty(await pole.VerifyAsync(cities.Id));
            Assert.Contains(said, await CitessVerifyAsync(pole, cities.Id), StringComparison.Ordinal);
        }
    }

    /// <summary>Every pole computes the same ways from its own log; the host shows them to all, and takes the first to begin with.</summary>
    private static async Task<List<List<List<string>>>> ProposedAsync(NineCities cities)
    {
        var proposals = new List<string>();
        foreach (var pole in cities.All)
        {
            proposals.Add((await pole.Api.GetFromJsonAsync<JsonElement>($"/api/cycles/{cities.Id}/proposals")).GetRawText());
        }

        Assert.Single(proposals.Distinct(StringComparer.Ordinal));
        List<List<List<string>>> ways = [.. JsonElement.Parse(proposals[0]).EnumerateArray().Select(way => way.GetProperty("groups").EnumerateArray().Select(group => Texts(group, "members")).ToList())];
        Assert.Equal(3, ways.Count);
        Assert.All(ways.SelectMany(way => way), group => Assert.InRange(group.Count, 2, 4));
        Assert.All(ways.SelectMany(way => way.SelectMany(group => group).GroupBy(city => city, StringComparer.Ordinal)), city => Assert.InRange(city.Count(), 1, 2));
        await cities.Host.SayAsync(cities.Id, "groups", new { alternatives = ways });
        foreach (var group in ways[0])
        {
            await cities.Host.SayAsync(cities.Id, "group", new { title = "Proposed", members = group, language = "en" });
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', ways.Select(way => string.Join(" | ", way.Select(group => string.Join(", ", group.Select(cities.CityOf)))))));
        return ways;
    }

    /// <summary>A word on the group as proposed is none on the group as edited; the real groups stand when all of their members said so.</summary>
    private static async Task GroupAsync(NineCities cities, List<List<List<string>>> ways)
    {
        await cities.SameAsync();
        var early = cities.CityOf(ways[0][0][0]);
        var first = (await cities.CycleAsync(cities[early])).GetProperty("groups").EnumerateArray().First(group => Texts(group, "members").Contains(cities.ActorOf(early)));
        await cities[early].SayAsync(cities.Id, "consent", new { of = Text(first, "id"), seal = Text(first, "seal"), answer = "yes" });
        await cities.SameAsync();

        var real = NineCities.Read("rrr-groups.json").GetProperty("groups").EnumerateArray().Select(group => (Title: Text(group, "topic"), Members: Texts(group, "members").ConvertAll(cities.ActorOf))).ToList();
        await EditAsync(cities, real);
        await cities.SameAsync();
        foreach (var (_, members) in real)
        {
            foreach (var city in members.Select(cities.CityOf))
            {
                foreach (var group in (await cities.CycleAsync(cities[city])).GetProperty("groups").EnumerateArray().Where(group => Texts(group, "members").Contains(cities.ActorOf(city)) && !Texts(group, "agreed").Contains(cities.ActorOf(city))))
                {
                    Assert.False(group.GetProperty("stands").GetBoolean());
                    await cities[city].SayAsync(cities.Id, "consent", new { of = Text(group, "id"), seal = Text(group, "seal"), answer = "yes" });
                }
            }
        }

        await cities.SameAsync();
        foreach (var pole in cities.All)
        {
            var groups = (await cities.CycleAsync(pole)).GetProperty("groups").EnumerateArray().ToList();
            Assert.All(groups, group => Assert.True(group.GetProperty("stands").GetBoolean(), group.GetRawText()));
            Assert.Equal(
                real.Select(group => group.Title + string.Join(' ', group.Members.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal),
                groups.Select(group => Text(group, "topic") + string.Join(' ', Texts(group, "members").Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The coordinator gives up all that was proposed but as many as it needs, and makes the real ones of these.</summary>
    private static async Task EditAsync(NineCities cities, List<(string Title, List<string> Members)> real)
    {
        var held = (await cities.CycleAsync(cities.Host)).GetProperty("groups").EnumerateArray().Select(group => Text(group, "id")).ToList();
        foreach (var dropped in held.Skip(1))
        {
            await cities.Host.SayAsync(cities.Id, "group", new { of = dropped, status = "dropped" });
        }

        await cities.Host.SayAsync(cities.Id, "group", new { of = held[0], title = real[0].Title, members = real[0].Members, language = "en" });
        foreach (var (title, members) in real.Skip(1))
        {
            await cities.Host.SayAsync(cities.Id, "group", new { title, members, language = "en" });
        }

        await cities.Host.SayAsync(cities.Id, "cycle", new { of = cities.Id, phase = "study" });
    }

    /// <summary>Shared questions that others back, a meeting across time zones with its minutes, and what each shows.</summary>
    private static async Task StudyAsync(NineCities cities)
    {
        var question = await cities["Torino"].SayAsync(cities.Id, "question", new { title = "How to advance to collaborative management?", language = "en" });
        var meeting = await cities.Host.SayAsync(cities.Id, "meeting", new { title = "All peers", starts = "2021-09-15T09:00", zone = "America/Toronto", languages = new[] { "en", "es" }, interpretation = "yes", status = "held", language = "en" });
        await cities.Host.SayAsync(cities.Id, "minutes", new { title = "All peers", text = "Each group told where it stands.", meeting, language = "en" });
        await cities.SameAsync();
        foreach (var city in new[] { "Dublin", "Warsaw" })
        {
            await cities[city].SayAsync(cities.Id, "back", new { of = question, answer = "yes" });
        }

        foreach (var shown in NineCities.Read("rrr-showcase.json").GetProperty("showcase").EnumerateArray())
        {
            await cities[Text(shown, "city")].SayAsync(cities.Id, "showcase", new { title = Text(shown, "title"), language = "en" });
        }

        await cities.SameAsync();
        var backed = (await cities.CycleAsync(cities["Bilbao"])).GetProperty("questions").EnumerateArray().Single();
        Assert.Equal(["Dublin", "Warsaw"], Texts(backed, "backers").Select(cities.CityOf).Order(StringComparer.Ordinal));
    }

    /// <summary>Each has one vote and chooses up to two; every pole counts for itself and comes to what the host recorded.</summary>
    private static async Task VoteAsync(NineCities cities)
    {
        var shown = (await cities.Host.CollaborationAsync(cities.Id))!.Value.GetProperty("things").EnumerateArray().Where(thing => Text(thing, "type") == "showcase")
            .ToDictionary(thing => Text(thing.GetProperty("fields").GetProperty("title").GetProperty("versions")[0], "text"), thing => Text(thing, "id"), StringComparer.Ordinal);
        var ballot = await cities.Host.SayAsync(cities.Id, "ballot", new { title = "Which two shall we explore?", choices = shown.Values, most = "2", language = "en" });
        await cities.SameAsync();
        foreach (var pole in cities.All)
        {
            string[] wanted = pole.Name switch
            {
                "Rotterdam" => ["CasaBottega", "Dublin City Social Enterprise Awards"],
                "Torino" => ["Rikx", "Concertation and transversal communications"],
                "San Francisco" => ["Rikx"],
                "Warsaw" => ["CasaBottega", "Mayor's Office of Civic Innovation"],
                _ => ["Rikx", "CasaBottega"],
            };
            await pole.SayAsync(cities.Id, "choose", new { of = ballot, choices = wanted.Select(title => shown[title]) });
        }

        await cities.SameAsync();
        var chosen = NineCities.Read("rrr-showcase.json").GetProperty("chosen").EnumerateArray().Select(title => shown[title.GetString()!]).ToList();
        using (var refused = await cities.Host.Api.PutAsJsonAsync($"/api/collaborations/{cities.Id}/events/{Samples.NewId()}", new { says = "count", payload = new { of = ballot, chosen = new[] { chosen[0] } } }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await cities.Host.SayAsync(cities.Id, "count", new { of = ballot, chosen });
        await cities.SameAsync();
        foreach (var pole in cities.All)
        {
            var vote = (await cities.CycleAsync(pole)).GetProperty("votes").EnumerateArray().Single();
            Assert.Equal((9, 2), (vote.GetProperty("votes").GetInt32(), vote.GetProperty("most").GetInt32()));
            Assert.Equal([("CasaBottega", 7), ("Rikx", 7)], vote.GetProperty("choices").EnumerateArray().Take(2).Select(line => (Text(line, "title"), line.GetProperty("votes").GetInt32())).OrderBy(line => line.Item1, StringComparer.Ordinal));
            Assert.Equal(chosen.Order(StringComparer.Ordinal), Texts(vote, "leading").Order(StringComparer.Ordinal));
            Assert.Equal(chosen.Order(StringComparer.Ordinal), Texts(vote, "chosen").Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Bilbao tries Rikx and makes a practice of it; Warsaw tells a lesson.</summary>
    private static async Task LearnAsync(NineCities cities)
    {
        var bilbao = cities["Bilbao"];
        var experiment = await bilbao.SayAsync(cities.Id, "experiment", new { title = "Rikx in Bilbao", status = "done", language = "en" });
        var practice = Samples.NewId();
        await bilbao.CreateAsync(practice, Samples.Practice("Un marché de l’impact à Bilbao"));
        await bilbao.SayAsync(cities.Id, "learned", new { title = "A market of impact in Bilbao", kind = "practice", link = bilbao.Address(practice), experiment, language = "en" });
        await cities["Warsaw"].SayAsync(cities.Id, "learned", new { title = "Ask the families first", kind = "lesson", language = "en" });
        await cities.Host.SayAsync(cities.Id, "cycle", new { of = cities.Id, phase = "results" });
        await cities.SameAsync();
        await cities.Host.SayAsync(cities.Id, "close", new { evaluation = "Two practices to explore, one tried.", language = "en" });
    }

    private static async Task<string> CitessVerifyAsync(RunningPole pole, string id)
    {
        using var person = await pole.Process.SignInAsync();
        var program = await person.ProgramAsync("Vérification");
        Environment.SetEnvironmentVariable("CITESS_SECRET", program.Secret);
        await using var said = new StringWriter();
        var code = await Cli.Commands.Root().Parse(["verify", $"{pole.Origin}/collaboration/{id}", "--local", "--client", program.Id]).InvokeAsync(new() { Output = said, Error = said });
        Assert.True(code == 0, said.ToString());
        return said.ToString();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static List<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];
}
