using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices.Collections;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia gathers what it and Barcelona do; Sidi Bouzid knows both, Gafsa knows Mahdia alone.</summary>
public sealed class CollectionTests : IAsyncLifetime
{
    private readonly string collection = Samples.NewId();
    private readonly (string Own, string Theirs, string Later) ids = (Samples.NewId(), Samples.NewId(), Samples.NewId());
    private PoleNetwork network = default!;
    private PageClient youssef = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    private RunningPole SidiBouzid => network.SidiBouzid;

    private string Page => $"/fr/from/{Mahdia.Authority}/collection/{collection}";

    public async ValueTask InitializeAsync()
    {
        network = await PoleNetwork.StartAsync("Mahdia", "Barcelona", "Sidi Bouzid");
        await Mahdia.CreateAsync(ids.Own, Samples.Practice("Pressoir partagé"), Audience.Network);
        await Barcelona.CreateAsync(ids.Theirs, Samples.Practice("Forn comunitari"), Audience.Network);
        await Barcelona.CreateAsync(ids.Later, Samples.Practice("Hort del barri"), Audience.Network);
        foreach (var id in new[] { ids.Theirs, ids.Later })
        {
            await Mahdia.ShowsAsync(Barcelona, id, revision: 1);
            await SidiBouzid.ShowsAsync(Barcelona, id, revision: 1);
        }

        youssef = await SidiBouzid.Process.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        youssef?.Dispose();
        await (network?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task A_collection_with_a_practice_of_a_third_pole_is_followed_as_one_and_what_is_withdrawn_does_not_break_it()
    {
        await Mahdia.CollectAsync(collection, await CollectionAsync(ids.Theirs));
        await ShowsAsync("Pressoir partagé", "Forn comunitari");
        Assert.Equal(
            [$"from/{Barcelona.Authority}/practice/{ids.Theirs}", $"from/{Mahdia.Authority}/practice/{ids.Own}"],
            youssef.Page.QuerySelectorAll("ol.cards h2 a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Parce que c’est bien.", youssef.Text, StringComparison.Ordinal);
        await PressAsync("follow");
        Assert.Contains("Ne plus suivre", youssef.Text, StringComparison.Ordinal);
        Assert.Null(await NewAsync());

        // One comes in while Sidi Bouzid is away: it is new there today.
        await SidiBouzid.Process.KillAsync();
        await Mahdia.CollectAsync(collection, await CollectionAsync(ids.Theirs, ids.Later), seen: 1);
        await SidiBouzid.Process.StartAsync();
        await Eventually.TrueAsync(async () => await NewAsync() == "Nouveautés\u00a0: 1", () => $"Nobody is told.\n{youssef.Text}", TimeSpan.FromSeconds(60));
        await ShowsAsync("Hort del barri");
        Assert.Equal(["Hort del barri"], youssef.Page.QuerySelectorAll("ol.cards .card").Where(card => card.QuerySelector(".badge.waiting") is not null).Select(card => card.QuerySelector("h2")!.TextContent.Trim()));
        Assert.Null(await NewAsync());

        await Barcelona.WithdrawAsync(ids.Theirs, seen: 1);
        await SidiBouzid.ShowsAsync(Barcelona, ids.Theirs, revision: 2, isWithdrawn: true);
        await youssef.OpenAsync(Page);
        Assert.DoesNotContain("Forn comunitari", youssef.Text, StringComparison.Ordinal);
        Assert.Equal(3, youssef.Page.QuerySelectorAll("ol.cards .card").Length);
        await ShowsAsync("Hort del barri", "Pressoir partagé");
    }

    [Fact]
    public async Task A_pole_that_knows_only_the_pole_of_the_collection_is_told_where_the_others_are()
    {
        await using var gafsa = await (await TestPole.StartAsync("Gafsa")).SetUpAsync();
        await PoleNetwork.ConnectAsync(gafsa, Mahdia);
        await Mahdia.CollectAsync(collection, await CollectionAsync(ids.Theirs));
        using var person = await gafsa.Process.SignInAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await person.OpenAsync(Page);
                return person.Text.Contains("Forn comunitari", StringComparison.Ordinal);
            },
            () => $"The collection has not arrived.\n{string.Join('\n', gafsa.Process.Output.TakeLast(40))}",
            TimeSpan.FromSeconds(60));
        Assert.Contains("Ce pôle n’a pas cette pratique", person.Text, StringComparison.Ordinal);
        Assert.Contains(Barcelona.Address(ids.Theirs), person.Page.QuerySelectorAll("ol.cards h2 a").Select(link => link.GetAttribute("href")));
        Assert.Empty(await gafsa.Database.QueryAsync<string>("SELECT key FROM document WHERE key = @key", new { key = "practice/" + ids.Theirs }));
    }

    /// <summary>Barcelona's first, in the order given, and behind them what Mahdia does.</summary>
    private async Task<PracticeCollection> CollectionAsync(params IEnumerable<string> theirs)
    {
        var owner = (await Barcelona.ActorAsync()).GetProperty("id").GetString()!;
        return new()
        {
            Title = MultilingualText.Of("fr", "Faire ensemble", ("ar", "العمل معا")),
            Purpose = MultilingualText.Of("fr", "Pour qui commence."),
            Practices =
            [
                .. theirs.Select(id => new CollectedPractice
                {
                    Practice = new RecordReference { Origin = Barcelona.Origin, Key = "practice/" + id, Owner = owner },
                    Name = MultilingualText.Of("fr", id == ids.Theirs ? "Forn comunitari" : "Hort del barri"),
                    Reason = MultilingualText.Of("fr", "Parce que c’est bien."),
                }),
                new() { Practice = new() { Key = "practice/" + ids.Own }, Name = MultilingualText.Of("fr", "Pressoir partagé") },
            ],
        };
    }

    private Task ShowsAsync(params IReadOnlyList<string> titles) => Eventually.TrueAsync(
        async () =>
        {
            await youssef.OpenAsync(Page);
            return titles.All(title => youssef.Page.QuerySelectorAll("ol.cards h2 a").Any(link => link.TextContent.Trim() == title));
        },
        () => $"Sidi Bouzid does not show {string.Join(", ", titles)}.\n{youssef.Text}\n{string.Join('\n', SidiBouzid.Process.Output.TakeLast(40))}",
        TimeSpan.FromSeconds(60));

    /// <summary>How much is new, as the page of practices says it; null when nothing is.</summary>
    private async Task<string?> NewAsync()
    {
        await youssef.OpenAsync("/fr/practices");
        return youssef.Page.QuerySelector("[aria-labelledby=followed] .badge")?.TextContent;
    }

    private Task PressAsync(string form) => youssef.SendAsync(("_handler", form));
}
