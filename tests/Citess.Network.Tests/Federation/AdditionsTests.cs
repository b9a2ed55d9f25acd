using System.Net;
using System.Text.Json.Nodes;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Practices.Talk;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona says something about a practice of Mahdia; Sidi Bouzid knows Mahdia alone.</summary>
public sealed class AdditionsTests : IAsyncLifetime
{
    private readonly List<RunningPole> poles = [];
    private readonly string practice = Samples.NewId();
    private readonly string note = Samples.NewId();

    private RunningPole Mahdia => poles[0];

    private RunningPole Barcelona => poles[1];

    private RunningPole SidiBouzid => poles[2];

    private string Collection => Mahdia.Address(practice) + "/contributions";

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "Mahdia", "Barcelona", "Sidi Bouzid" })
        {
            var process = await TestPole.StartAsync(name);
            poles.Add(await process.SetUpAsync());
        }

        await PoleNetwork.ConnectAsync(Mahdia, Barcelona);
        await PoleNetwork.ConnectAsync(Mahdia, SidiBouzid);
        await Mahdia.CreateAsync(practice, Samples.Practice("Pressoir partagé"));
        await Barcelona.ShowsAsync(Mahdia, practice, revision: 1);
        await Barcelona.NoteAsync(note, await SaidAsync("Qui garde la clé ?"));
        await HasAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pole in poles)
        {
            await pole.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_pole_passes_on_what_others_said_and_puts_no_word_into_their_mouths()
    {
        using var mahdia = await PoleVoice.OfAsync(Mahdia);
        using var barcelona = await PoleVoice.OfAsync(Barcelona);
        var said = await BodyAsync(Barcelona.Authority, "note/" + note);
        var add = (await SidiBouzid.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key LIKE 'addition/%'", new { origin = Mahdia.Authority })).Single();
        var elsewhere = Mahdia.Address(Samples.NewId());
        var revision = 1;

        // All of a high revision: whichever were taken would stand before what comes at the end.
        await PassOnAsync(barcelona.Forge(said, 9).Replace("Qui garde", "Qui perd", StringComparison.Ordinal));
        await PassOnAsync(mahdia.Forge(said, 9));
        await PassOnAsync(mahdia.Forge(said, 9, each => each["attributedTo"] = mahdia.Actor));
        await PassOnAsync(barcelona.Forge(said, 9, each => each["target"]!["id"] = elsewhere + "/contributions"));
        await PassOnAsync(barcelona.Forge(said, 9, each => each["about"] = elsewhere));
        await PassOnAsync(barcelona.Forge(said, 9), each => each["target"] = elsewhere + "/contributions");
        await PassOnAsync(barcelona.Forge(said, 9), each => each.Remove("contributedBy"));
        await PassOnAsync(barcelona.Forge(said, 9), each => each["contributedBy"] = JsonNode.Parse(said));
        await PassOnAsync(barcelona.Forge(said, 2));
        await HasAsync(2);
        Assert.Equal(Collection, JsonNode.Parse(add)!["target"]!.GetValue<string>());

        async Task PassOnAsync(string thing, Action<JsonObject>? change = null)
        {
            Assert.Equal(HttpStatusCode.Accepted, await mahdia.PostAsync(SidiBouzid, mahdia.Forge(add, ++revision, each =>
            {
                each["id"] = $"{Mahdia.Origin}/activity/{Samples.NewId()}";
                each["object"] = JsonNode.Parse(thing);
                change?.Invoke(each);
            })));
        }
    }

    private async Task<Note> SaidAsync(string text) => new()
    {
        About = new() { Origin = Mahdia.Origin, Key = "practice/" + practice, Owner = (await Mahdia.ActorAsync()).GetProperty("id").GetString()! },
        AboutRevision = 1,
        AboutName = MultilingualText.Of("fr", "Pressoir partagé"),
        IsQuestion = true,
        Text = MultilingualText.Of("fr", text),
    };

    /// <summary>Sidi Bouzid has just this revision of it.</summary>
    private async Task HasAsync(int revision)
    {
        IReadOnlyList<string> held = [];
        await Eventually.TrueAsync(
            async () =>
            {
                held = await SidiBouzid.Database.QueryAsync<string>("SELECT origin || ' ' || key || ' ' || revision FROM document WHERE origin <> '' ORDER BY 1");
                return held.Contains($"{Barcelona.Authority} note/{note} {revision}");
            },
            () => $"Revision {revision} of what Barcelona said is not in Sidi Bouzid, but:\n{string.Join('\n', held)}\n{string.Join('\n', SidiBouzid.Process.Output.TakeLast(30))}");
    }

    private async Task<string> BodyAsync(string origin, string key) =>
        (await SidiBouzid.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key = @key", new { origin, key })).Single();
}
