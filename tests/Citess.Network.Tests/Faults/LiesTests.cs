using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// The judge against poles that lie. Each is the whole server with one part that breaks one promise (tests/Citess.LyingPole);
/// the same runs with an honest pole find nothing.
/// Repair would mend most of what these lies lose. So the judge does not ask whether all is there in the end: it asks what
/// push did by itself (the inbox keeps the id of each letter for ever, and repair writes none there), and what the database
/// of a pole says at the moment of its death, before the next start compares with anybody.
/// </summary>
public sealed class LiesTests(ITestOutputHelper output)
{
    private const int Kills = 8;
    private const int Burst = 60;

    private static readonly string LyingAssembly = TestPole.BuiltOf("Citess.LyingPole");

    [Fact]
    public async Task A_pole_that_says_202_before_it_commits_is_found_out() =>
        Assert.Contains("never came to Barcelona", await FindAsync(sender: null, reader: "answers-before-it-keeps"), StringComparison.Ordinal);

    [Fact]
    public async Task A_pole_that_moves_its_cursor_before_the_answer_is_found_out() =>
        Assert.Contains("never came to Barcelona", await FindAsync(sender: "moves-on-before-the-answer", reader: null), StringComparison.Ordinal);

    [Fact]
    public async Task A_pole_that_commits_an_effect_before_its_mark_is_found_out() =>
        Assert.Contains("and without its mark", await FindAsync(sender: null, reader: "effect-before-its-mark"), StringComparison.Ordinal);

    [Fact]
    public async Task A_pole_that_commits_a_mark_before_its_effect_is_found_out() =>
        Assert.Contains("without its effect", await FindAsync(sender: null, reader: "mark-before-its-effect"), StringComparison.Ordinal);

    [Fact]
    public async Task Honest_poles_pass_where_the_others_are_found_out() => Assert.Equal("", await FindAsync(sender: null, reader: null));

    /// <summary>
    /// Mahdia writes bursts, and Barcelona is killed while their letters come in, until the judge has found something or all
    /// kills are done. Returns the first that was found.
    /// </summary>
    private async Task<string> FindAsync(string? sender, string? reader)
    {
        await using var network = await FaultyNetwork.StartAsync(("Mahdia", Program(sender)), ("Barcelona", Program(reader)));
        var (mahdia, barcelona) = (network.Poles[0].Pole, network.Poles[1]);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Between bursts the two agree and no letter is left, and during a burst nobody compares: what is there at a death
            // came by push. A letter of the burst before would come for what was pulled already, and show nothing.
            await network.PassTimeAsync();
            await barcelona.Pole.AgreesAsync(mahdia, TimeSpan.FromSeconds(120));
            await PoleNetwork.ArrivedAsync(mahdia, barcelona.Pole);
            await barcelona.Pole.TamperAsync("UPDATE repair SET due_at = @far", new { far = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() });
            var writing = WriteAsync(mahdia);
            if (await KillAsync(mahdia, barcelona, writing, new Random(kill)) is { } found)
            {
                output.WriteLine($"Found at kill {kill}: {found}");
                return found;
            }
        }

        return "";
    }

    private static async Task<string?> KillAsync(RunningPole mahdia, FaultyPole barcelona, Task writing, Random random)
    {
        var enough = await CameAsync(barcelona.Pole) + random.Next(Burst / 3);
        await Eventually.TrueAsync(
            async () => await CameAsync(barcelona.Pole) > enough,
            () => $"Nothing comes to Barcelona.\n{string.Join('\n', mahdia.Process.Output.TakeLast(20))}",
            TimeSpan.FromSeconds(60));
        await barcelona.Pole.Process.KillAsync();
        var found = (await Autopsy.OfAsync(barcelona.Pole, barcelona.Seen)).FirstOrDefault();

        // The courier learns of the death, and writes down how far it came.
        await writing;
        await mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Atelier"));
        await Eventually.TrueAsync(
            async () => (await mahdia.Database.QueryAsync<int>("SELECT failures FROM courier WHERE relation = @Authority", new { barcelona.Pole.Authority }))[0] > 0,
            "Mahdia does not see that Barcelona is away.",
            TimeSpan.FromSeconds(60));
        var (from, to) = (await Books.ReadAsync(mahdia), await Books.ReadAsync(barcelona.Pole));
        var judge = new Judge([from, to], [], []);
        judge.Pushed(from, to);
        found ??= judge.Findings.FirstOrDefault();
        if (found is null)
        {
            await barcelona.Pole.Process.StartAsync();
        }

        return found;
    }

    /// <summary>Each practice once, so that no later revision takes the place of what was lost.</summary>
    private static Task WriteAsync(RunningPole mahdia) => Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
    {
        for (var each = 0; each < Burst / 4; each++)
        {
            await mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Atelier"));
        }
    }));

    private static async Task<long> CameAsync(RunningPole pole) => (await pole.Database.QueryAsync<long>("SELECT count(*) FROM inbox WHERE verb = 'Create'"))[0];

    private static IReadOnlyList<string> Program(string? lie) => lie is null ? [TestPole.ServerAssembly] : [LyingAssembly, lie];
}
