using System.Globalization;
using AngleSharp.Dom;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>What the page of a practice and the page of partners say of its way to Barcelona.</summary>
public sealed class StatusPageTests : IAsyncLifetime
{
    private PoleNetwork network = default!;
    private PageClient amira = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync()
    {
        network = await PoleNetwork.StartAsync();
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        amira = await Mahdia.Process.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        amira.Dispose();
        await network.DisposeAsync();
    }

    [Fact]
    public async Task What_is_under_way_is_said_to_be_sent_and_then_received_and_since_when()
    {
        Assert.SkipUnless(TestPole.Silos == 1, "One of several processes that holds still is replaced by another.");
        await Barcelona.Process.Processes[0].SignalAsync("STOP");
        var id = await ShareAsync();
        await SaysAsync(id, "en route depuis le");
        await amira.OpenAsync("/fr/partners");
        Assert.Contains("1 élément est en route", amira.Text, StringComparison.Ordinal);

        await Barcelona.Process.Processes[0].SignalAsync("CONT");
        await SaysAsync(id, "l’a depuis le");
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync("/fr/partners");
                return !amira.Text.Contains("est en route", StringComparison.Ordinal);
            },
            () => amira.Text);
    }

    [Fact]
    public async Task What_waits_says_since_when_and_why_until_it_is_sent_now()
    {
        await Barcelona.Process.KillAsync();
        var id = await ShareAsync();
        Assert.NotEqual("", await SaysAsync(id, "en attente depuis le"));
        await amira.OpenAsync("/fr/partners");
        Assert.Contains("Il ne répond pas pour l’instant", amira.Text, StringComparison.Ordinal);
        Assert.Equal("Envoyer maintenant", amira.Page.QuerySelector("button[name='Deed'][value='send']")!.TextContent);

        await Barcelona.Process.StartAsync();
        await amira.SendAsync(("Relation", Barcelona.Authority), ("Deed", "send"));
        Assert.Equal("", await SaysAsync(id, "l’a depuis le"));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
    }

    [Fact]
    public async Task What_was_refused_says_so_with_the_reason_on_both_pages()
    {
        using (var montserrat = await Barcelona.Process.SignInAsync())
        {
            await montserrat.OpenAsync("/fr/partners");
            await montserrat.SendAsync(("Host", Mahdia.Origin), ("Reason", "Répète ce que personne ne demande."));
        }

        var id = await ShareAsync();
        var reason = await SaysAsync(id, "l’a refusé le");
        Assert.StartsWith("the peer answered 403, host-blocked", reason, StringComparison.Ordinal);

        await amira.OpenAsync("/fr/partners");
        Assert.Contains("Il n’a pas accepté : 1", amira.Text, StringComparison.Ordinal);
        var line = amira.Page.QuerySelector($"a[href='practice/{id}']")!.Closest("li")!;
        Assert.Contains(reason, line.TextContent, StringComparison.Ordinal);
        Assert.NotNull(line.QuerySelector("time"));

        // Nothing of it waits any more, and it is not sent again.
        Assert.Null(amira.Page.QuerySelector("button[value='send']"));
        Assert.Null(await Barcelona.ShownAsync(Mahdia, id));
    }

    private async Task<string> ShareAsync()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Atelier de réparation"), Audience.Network);
        return id;
    }

    /// <summary>Waits until the page of a practice says so of Barcelona, with a time of this very run; returns the reason beside it.</summary>
    private async Task<string> SaysAsync(string id, string words)
    {
        IElement? line = null;
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync("/fr/practice/" + id);
                line = amira.Page.QuerySelectorAll("section[aria-labelledby='reach'] li").SingleOrDefault(each => each.TextContent.Contains("Barcelona", StringComparison.Ordinal));
                return line?.TextContent.Contains(words, StringComparison.Ordinal) == true;
            },
            () => $"The page does not say '{words}': {line?.TextContent}\n{string.Join('\n', Mahdia.Process.Output.TakeLast(20))}",
            TimeSpan.FromSeconds(60));
        var since = DateTimeOffset.Parse(line!.QuerySelector("time")!.GetAttribute("datetime")!, CultureInfo.InvariantCulture);
        Assert.InRange(since, Ulid.Parse(id, CultureInfo.InvariantCulture).Time.AddSeconds(-1), TimeProvider.System.GetUtcNow());
        return line.QuerySelector(".quiet bdi")?.TextContent ?? "";
    }
}
