using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona compares with Mahdia, whose door writes down what is asked; and its coordinator looks on.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private readonly PoleNetwork network = new();
    private Door door = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync()
    {
        var process = TestPole.NewBehind("Mahdia", TestPole.ServerAssembly);
        door = await Door.OpenAsync(process);
        await network.AddAsync(process);
        await network.AddAsync("Barcelona");
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        await door.DisposeAsync();
    }

    [Fact]
    public async Task Rule_6_one_request_tells_that_two_poles_agree_and_two_more_tell_where_not()
    {
        var ids = Enumerable.Range(0, 30).Select(_ => Samples.NewId()).ToList();
        foreach (var id in ids)
        {
            await Mahdia.CreateAsync(id, Samples.Practice("Atelier " + id), Audience.Network);
        }

        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        door.Take(Barcelona);
        Assert.NotNull((await Barcelona.CompareAsync(Mahdia)).AgreedSince);
        Assert.Equal(["/checkpoint"], Questions());

        // One is lost: the second question tells in which of 256 parts, the third which one, and that one alone is fetched.
        await LoseAsync([ids[7]]);
        door.Take(Barcelona);
        Assert.NotNull((await Barcelona.CompareAsync(Mahdia)).AgreedSince);
        Assert.Collection(
            Questions(),
            told => Assert.Equal("/checkpoint", told),
            parts => Assert.Equal("/digest", parts),
            records => Assert.Matches("^/digest\\?bucket=[0-9a-f]{2}$", records),
            fetched => Assert.Equal("/changes?id=" + Uri.EscapeDataString(Mahdia.Address(ids[7])), fetched),
            told => Assert.Equal("/checkpoint", told));
        Assert.NotNull(await Barcelona.ShownAsync(Mahdia, ids[7]));

        // What Barcelona asks about itself and Mahdia. What it asks unsigned is the word that it may pass on to third poles.
        IReadOnlyList<string> Questions() => [.. door.Take(Barcelona).Where(asked => asked is { Method: "GET", IsSigned: true }).Select(asked => asked.Target)];
    }

    [Fact]
    public async Task The_partners_page_shows_how_far_catching_up_is_and_what_came_of_it()
    {
        var ids = Enumerable.Range(0, 60).Select(_ => Samples.NewId()).ToList();
        foreach (var id in ids)
        {
            await Mahdia.CreateAsync(id, Samples.Practice("Atelier " + id));
        }

        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        using var montserrat = await Barcelona.Process.SignInAsync();
        Assert.Contains("En accord depuis le", await PageAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Rattrapage en cours", montserrat.Text, StringComparison.Ordinal);

        // Forty come with one question, and the second has to wait.
        var (isAsked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        door.Before = asked =>
        {
            if (!asked.Target.StartsWith("/changes?id=", StringComparison.Ordinal) || isAsked.Task.IsCompleted)
            {
                return asked.Target.StartsWith("/changes?id=", StringComparison.Ordinal) ? go.Task : Task.CompletedTask;
            }

            isAsked.SetResult();
            return Task.CompletedTask;
        };
        await LoseAsync(ids);
        await montserrat.SendAsync(("Deed", "compare"));
        await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync(async () => (await PageAsync()).Contains("Rattrapage en cours : 40 sur 60", StringComparison.Ordinal), () => montserrat.Text);
        Assert.NotNull(montserrat.Page.QuerySelector("progress[value='40'][max='60']"));
        Assert.DoesNotContain("En accord depuis le", montserrat.Text, StringComparison.Ordinal);

        go.SetResult();
        await Eventually.TrueAsync(async () => (await PageAsync()).Contains("En accord depuis le", StringComparison.Ordinal), () => montserrat.Text);
        Assert.Contains("Dernière comparaison", montserrat.Text, StringComparison.Ordinal);
        Assert.Contains("Dernier rattrapage : regardés 60, refusés 0", montserrat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rattrapage en cours", montserrat.Text, StringComparison.Ordinal);

        // One that was altered at Mahdia itself proves nothing: the two differ, and the page says so.
        await LoseAsync([ids[3]]);
        Assert.Equal(1, await Mahdia.TamperAsync("UPDATE document SET body = replace(body, 'ensemble', 'seuls') WHERE origin = '' AND key = @key", new { key = "practice/" + ids[3] }));
        Assert.Equal("differs", (await Barcelona.CompareAsync(Mahdia)).Problem);
        Assert.Contains("Tout n’est pas encore identique.", await PageAsync(), StringComparison.Ordinal);
        Assert.Contains("Dernier rattrapage : regardés 1, refusés 1", montserrat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("En accord depuis le", montserrat.Text, StringComparison.Ordinal);
        Assert.Null(await Barcelona.ShownAsync(Mahdia, ids[3]));

        async Task<string> PageAsync()
        {
            await montserrat.OpenAsync("/fr/partners");
            return montserrat.Text;
        }
    }

    private async Task LoseAsync(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            Assert.Equal(1, await Barcelona.TamperAsync("DELETE FROM document WHERE origin <> '' AND key = @key", new { key = "practice/" + id }));
            Assert.Equal(1, await Barcelona.LoseListingsAsync("origin <> '' AND key = @key", new { key = "practice/" + id }));
        }
    }
}
