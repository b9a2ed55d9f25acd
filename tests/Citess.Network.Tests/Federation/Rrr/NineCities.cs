using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Vocabularies;
using Xunit;

namespace Citess.Network.Tests.Federation.Rrr;

/// <summary>The nine cities of a real cycle, each with a pole of its own; Montréal leads, and each is connected with it alone.</summary>
internal sealed class NineCities : IAsyncDisposable
{
    private const double LeastScore = 2;
    private const int MostConcepts = 3;
    private readonly Dictionary<string, RunningPole> poles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> actors = new(StringComparer.Ordinal);

    private NineCities()
    {
    }

    public RunningPole Host => poles["Montréal"];

    public string Id { get; private set; } = "";

    public IReadOnlyCollection<RunningPole> All => poles.Values;

    public RunningPole this[string city] => poles[city];

    public static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rrr", file)));

    public static async Task<NineCities> StartAsync()
    {
        var all = new NineCities();
        try
        {
            foreach (var city in Cities().OrderByDescending(city => Text(city, "city") == "Montréal"))
            {
                var process = TestPole.New(Text(city, "city"));
                all.poles[process.Name] = new(process, process.Http);
                await process.StartAsync();
                var pole = all.poles[process.Name] = await process.SetUpAsync();
                all.actors[process.Name] = await pole.ActorIdAsync();
                if (pole != all.Host)
                {
                    await PoleNetwork.ConnectAsync(all.Host, pole);
                }
            }
        }
        catch
        {
            await all.DisposeAsync();
            throw;
        }

        return all;
    }

    public string ActorOf(string city) => actors[city];

    public string CityOf(string actor) => actors.Single(each => each.Value == actor).Key;

    /// <summary>Begins the cycle; each of the others joins with its languages and its country.</summary>
    public async Task BeginAsync()
    {
        var partners = poles.Keys.Where(city => city != Host.Name).Select(city => new { actor = actors[city], role = "partner" });
        using (var answer = await Host.Api.PutAsJsonAsync($"/api/collaborations/new/{Samples.NewId()}", new
        {
            says = "begin",
            payload = new
            {
                name = "Respond, Rebuild, Reinvent",
                purpose = "Cities learn from each other how the social and solidarity economy helps after the crisis.",
                language = "en",
                clauses = new[] { "Each participant has one vote.", "Nobody is put into a group without their consent." },
                partners,
                invite = "host",
                method = "peer-learning",
                languages = Languages(Host.Name),
                territory = Country(Host.Name),
            },
        }))
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            Id = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("collaboration").GetString()!;
        }

        foreach (var pole in All.Where(pole => pole != Host))
        {
            JsonElement? report = null;
            await Eventually.TrueAsync(async () => (report = await pole.CollaborationAsync(Id)) is not null, () => $"{pole.Name} was not invited.\n{string.Join('\n', pole.Process.Output)}", TimeSpan.FromSeconds(90));
            await pole.SayAsync(Id, "join", new { terms = report!.Value.GetProperty("terms").GetString(), languages = Languages(pole.Name), territory = Country(pole.Name) });
        }
    }

    /// <summary>What each said in July, with the topics that its words name; nobody chooses them.</summary>
    public async Task SpeakAsync()
    {
        foreach (var challenge in Texts(Read("rrr.json"), "together"))
        {
            await Host.SayAsync(Id, "challenge", Thing(challenge));
        }

        foreach (var city in Cities())
        {
            foreach (var (says, text) in Texts(city, "offers").Select(text => ("offer", text)).Concat(Texts(city, "wants").Select(text => ("want", text))))
            {
                await poles[Text(city, "city")].SayAsync(Id, says, Thing(text));
            }
        }
    }

    /// <summary>Waits until all nine hold the same log.</summary>
    public async Task<JsonElement> SameAsync()
    {
        var count = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                var heads = new HashSet<string>(StringComparer.Ordinal);
                foreach (var pole in All)
                {
                    var report = await pole.CollaborationAsync(Id);
                    heads.Add(report?.GetProperty("heads").GetRawText() ?? pole.Name);
                    count = report?.GetProperty("events").GetArrayLength() ?? 0;
                }

                return heads.Count == 1;
            },
            () => $"The logs differ, the last has {count} events.\n{string.Join('\n', All.SelectMany(pole => pole.Process.Output.TakeLast(5)))}",
            TimeSpan.FromSeconds(150));
        return await Collaborating.SameAsync(Id, count, [.. All]);
    }

    /// <summary>The cycle as one pole reads it.</summary>
    public Task<JsonElement> CycleAsync(RunningPole pole) => pole.Api.GetFromJsonAsync<JsonElement>($"/api/cycles/{Id}");

    public async ValueTask DisposeAsync()
    {
        foreach (var pole in poles.Values)
        {
            await pole.DisposeAsync();
        }
    }

    private static object Thing(string text) => new { title = text.Length > 300 ? text[..300] : text, text, language = "en", concepts = ConceptsOf(text) };

    private static string[] ConceptsOf(string text) =>
        [.. Thesaurus.Built.Names.Find(text, "en", isTyping: false, MostConcepts).Where(named => named.Score >= LeastScore).Select(named => Thesaurus.Built.All[named.Naming.Owner].Code).Distinct(StringComparer.Ordinal)];

    private static string[] Languages(string city) => Texts(Cities().Single(each => Text(each, "city") == city), "languages");

    private static string Country(string city) => Text(Cities().Single(each => Text(each, "city") == city), "country");

    private static IEnumerable<JsonElement> Cities() => Read("rrr.json").GetProperty("cities").EnumerateArray();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
