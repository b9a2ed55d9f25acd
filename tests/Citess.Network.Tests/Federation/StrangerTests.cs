using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Who only asked, or may read what is public, gets nothing that is for partner poles, and brings nothing in.</summary>
public sealed class StrangerTests : IAsyncLifetime
{
    private PoleNetwork network = default!;
    private Mallory mallory = default!;

    private RunningPole Mahdia => network.Mahdia;

    public async ValueTask InitializeAsync()
    {
        mallory = await Mallory.StartAsync();
        network = await PoleNetwork.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        await mallory.DisposeAsync();
    }

    [Fact]
    public async Task A_pole_that_asks_waits_for_an_answer_and_is_sent_nothing_meanwhile()
    {
        await FollowAsync(mallory.PoleActor, kind: "pole");
        await Eventually.TrueAsync(
            async () => await PoleNetwork.PartnerAsync(Mahdia, mallory.Authority) is { } asking && asking.GetProperty("connection").GetString() == "asking",
            "Mahdia does not show that mallory asks.");
        var (shared, open) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await Mahdia.CreateAsync(open, Samples.Practice("Pour tous"));
        await network.Barcelona.ShowsAsync(Mahdia, shared, revision: 1);
        await network.Barcelona.ShowsAsync(Mahdia, open, revision: 1);

        // Couriers look once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        Assert.Empty(mallory.Received);
        await HiddenAsync(shared);

        // Nobody is connected by a no, and nothing that was shared before comes after it.
        using var declined = await Mahdia.Api.PostAsync($"/api/partners/{mallory.Authority}/decline", content: null);
        Assert.Equal(HttpStatusCode.NoContent, declined.StatusCode);
        await Eventually.TrueAsync(() => Task.FromResult(!mallory.Received.IsEmpty), "Mallory got no answer.");
        Assert.Equal([Verbs.Reject], mallory.Received.Select(Verb));
    }

    [Fact]
    public async Task A_visitor_who_follows_is_sent_what_is_public_and_nothing_else()
    {
        await FollowAsync(mallory.Visitor, kind: null);
        await Eventually.TrueAsync(() => Task.FromResult(mallory.Received.Any(each => Verb(each) == Verbs.Accept)), "Mallory's visitor got no answer.");
        var (shared, open, own) = (Samples.NewId(), Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(own, Samples.Practice("Pour nous"), Audience.Own);
        await Mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await Mahdia.EditAsync(shared, Samples.Practice("Pour le réseau, mieux"), 1, Audience.Network);
        await Mahdia.CreateAsync(open, Samples.Practice("Pour tous"));
        await Mahdia.WithdrawAsync(shared, 2);
        await Eventually.TrueAsync(() => Task.FromResult(mallory.Received.Any(each => each.Body.Contains(open, StringComparison.Ordinal))), "What is public did not come.");

        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(mallory.Received, each => each.Body.Contains(shared, StringComparison.Ordinal) || each.Body.Contains(own, StringComparison.Ordinal) || each.Body.Contains("réseau", StringComparison.Ordinal));
        await HiddenAsync(shared);
        await HiddenAsync(own);

        // A visitor is no partner pole: nobody is asked, and what a visitor sends is not taken in.
        Assert.Null(await PoleNetwork.PartnerAsync(Mahdia, mallory.Authority));
    }

    [Fact]
    public async Task What_a_pole_sends_that_is_not_connected_is_kept_as_a_letter_and_shown_to_nobody()
    {
        var id = mallory.NewId("practice");
        var create = mallory.Say(Verbs.Create, mallory.Practice(id));
        var answer = await mallory.PostAsync(Mahdia, create);
        Assert.Equal(202, answer.Status);
        await Eventually.TrueAsync(
            async () => (await Mahdia.Database.QueryAsync<string>("SELECT note FROM inbox WHERE activity_id = @Id AND done IS NOT NULL", new { create.Id })) is ["not a partner pole of ours"],
            "The letter was not put aside.");
        Assert.Empty(await Mahdia.Database.QueryAsync<string>("SELECT key FROM document WHERE origin = @Authority", new { mallory.Authority }));
        Assert.Empty(await Mahdia.Database.QueryAsync<string>("SELECT key FROM catalogue WHERE origin = @Authority", new { mallory.Authority }));
        Assert.Empty(await Mahdia.LibraryAsync(Provenance.Partners, withWithdrawn: true));

        // The same bytes again: taken for what they are, and kept once.
        Assert.Equal(202, (await mallory.PostAsync(Mahdia, create)).Status);
        Assert.Single(await Mahdia.Database.QueryAsync<long>("SELECT number FROM inbox WHERE activity_id = @Id", new { create.Id }));
        Assert.Equal(Refusal.Because(409, "id-reused"), await mallory.PostAsync(Mahdia, create with { Published = TimeProvider.System.GetUtcNow() }));
    }

    private async Task FollowAsync(string actor, string? kind)
    {
        var asked = (await Mahdia.ActorAsync()).GetProperty("id").GetString()!;
        var answer = await mallory.PostAsync(Mahdia, mallory.Say(Verbs.Follow, asked, actor), kind is null ? mallory.VisitorRsa : mallory.Rsa);
        Assert.Equal(202, answer.Status);
    }

    /// <summary>What is not public looks like what is not there, to anyone, and to mallory who signs.</summary>
    private async Task HiddenAsync(string id)
    {
        using var anyone = await Mahdia.GetAsync(Mahdia.Address(id));
        using var signed = await mallory.GetAsync(Mahdia.Address(id));
        using var missing = await mallory.GetAsync(Mahdia.Address(Samples.NewId()));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [anyone.StatusCode, signed.StatusCode, missing.StatusCode]);
        Assert.Equal(await missing.Content.ReadAsStringAsync(), await signed.Content.ReadAsStringAsync());

        // What Mahdia holds of mallory is all that mallory may ask for.
        using var copies = await mallory.GetAsync($"{Mahdia.Origin}/changes?of={Uri.EscapeDataString(mallory.Authority)}");
        Assert.Equal(HttpStatusCode.OK, copies.StatusCode);
        Assert.Empty((await copies.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("orderedItems").EnumerateArray());

        // And the outbox names nothing but what is public.
        var outbox = (await Mahdia.ActorAsync()).GetProperty("outbox").GetString()!;
        using var page = await mallory.GetAsync((await Mahdia.DocumentAsync(outbox)).GetProperty("first").GetString()!);
        Assert.DoesNotContain(id, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Verb((string Path, string Body) received) => JsonElement.Parse(received.Body).GetProperty("type").GetString()!;
}
