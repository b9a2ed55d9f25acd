using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona blocks Mahdia, whose things Sidi Bouzid holds too, and ends it again.</summary>
public sealed class BlockTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync("Mahdia", "Sidi Bouzid", "Barcelona");

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_blocked_pole_comes_by_any_way_and_all_is_there_when_the_block_ends()
    {
        var (before, during, theirs) = (Samples.NewId(), Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(before, Samples.Practice("Pressoir partagé"));
        await Barcelona.ShowsAsync(Mahdia, before, revision: 1);
        using var montserrat = await Barcelona.Process.SignInAsync();
        await montserrat.OpenAsync("/fr/partners");
        await montserrat.SendAsync(("Host", Mahdia.Origin), ("Reason", "Répète ce que personne ne demande."));
        Assert.Contains("Répète ce que personne ne demande.", montserrat.Text, StringComparison.Ordinal);

        if (TestPole.Silos > 1)
        {
            // Its other processes hear of it within three seconds.
            await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        }

        // What was held is kept and shown to nobody; what comes is refused, and what is ours is not sent.
        Assert.Null(await Barcelona.ShownAsync(Mahdia, before));
        Assert.NotEmpty(await Barcelona.DocumentsOfAsync(before, Mahdia.Authority));

        await Mahdia.CreateAsync(during, Samples.Practice("Atelier"));
        await Barcelona.CreateAsync(theirs, Samples.Practice("Taller"));
        await PoleNetwork.ArrivedAsync(Mahdia, network.SidiBouzid);
        await PoleNetwork.ArrivedAsync(Barcelona, network.SidiBouzid);
        await Eventually.TrueAsync(
            async () => (await Mahdia.Database.QueryAsync<string>("SELECT reason FROM courier_refusal WHERE relation = @Authority", new { Barcelona.Authority })).Any(reason => reason.Contains("host-blocked", StringComparison.Ordinal)),
            "Mahdia was not told that it is blocked.");
        await ComparesAsync(Mahdia, Barcelona, "denied");

        // Nor by the hand of Sidi Bouzid, nor in a file, nor by asking.
        await network.SidiBouzid.AgreesAsync(Mahdia);
        await ComparesAsync(Barcelona, Mahdia, "blocked");
        using var content = new ByteArrayContent(await Mahdia.Api.GetByteArrayAsync("/api/copies/file"));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        using (var file = await Barcelona.Api.PostAsync("/api/copies/file", content))
        {
            Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
        }

        foreach (var path in new[] { "/api/copies", "/api/partners" })
        {
            using var asked = await Barcelona.Api.PostAsJsonAsync(path, new { address = Mahdia.Authority });
            Assert.True(asked.StatusCode == HttpStatusCode.BadRequest, path);
        }

        using (var passedOn = await Barcelona.Process.Http.GetAsync("/changes?of=" + Mahdia.Authority))
        {
            Assert.Equal(HttpStatusCode.NotFound, passedOn.StatusCode);
        }

        Assert.Empty(await Barcelona.Database.QueryAsync<string>("SELECT key FROM document WHERE key = @key", new { key = "practice/" + during }));
        Assert.Empty(await Mahdia.Database.QueryAsync<string>("SELECT key FROM document WHERE key = @key", new { key = "practice/" + theirs }));

        await montserrat.OpenAsync("/fr/partners");
        await montserrat.SendAsync(("Unblocked", Mahdia.Authority));
        Assert.Equal(HttpStatusCode.OK, montserrat.Status);
        await Barcelona.ShowsAsync(Mahdia, before, revision: 1);
        await Mahdia.ShowsAsync(Barcelona, theirs, revision: 1, within: TimeSpan.FromSeconds(60));
        await Barcelona.ShowsAsync(Mahdia, during, revision: 1, within: TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Only_administrators_block_and_nobody_blocks_the_own_pole()
    {
        using (var coordinator = await Barcelona.Api.PostAsJsonAsync("/api/blocks", new { host = "mallory.example" }))
        {
            Assert.Equal(HttpStatusCode.Forbidden, coordinator.StatusCode);
        }

        using var montserrat = await Barcelona.Process.SignInAsync();
        foreach (var typed in new[] { Barcelona.Origin, "localhost", "no host at all", "" })
        {
            await montserrat.OpenAsync("/fr/partners");
            await montserrat.SendAsync(("Host", typed), ("Reason", ""));
            Assert.Equal(HttpStatusCode.BadRequest, montserrat.Status);
        }

        Assert.Empty(await Barcelona.Database.QueryAsync<string>("SELECT host FROM blocked_host"));
    }

    private static async Task ComparesAsync(RunningPole here, RunningPole origin, string problem)
    {
        using (var compared = await here.Api.PostAsync($"/api/copies/{origin.Authority}/compare", content: null))
        {
            Assert.Equal(HttpStatusCode.Accepted, compared.StatusCode);
        }

        await Eventually.TrueAsync(async () => (await here.CopyAsync(origin.Authority))?.Problem == problem, $"{here.Name} does not say that comparing is {problem}.");
    }
}
