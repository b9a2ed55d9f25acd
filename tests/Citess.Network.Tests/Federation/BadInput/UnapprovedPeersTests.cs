using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class UnapprovedPeersTests(BadInputPole pole)
{
    [Fact, BadInput("unapproved peers")]
    public async Task A_pole_that_waits_for_an_answer_subscribes_to_nothing_pulls_nothing_and_brings_nothing()
    {
        using var pending = new Figure(pole.Web, "pending.example");
        Assert.Equal("202", await pole.PostAsync(pending.Say(Verbs.Follow, pole.Actor), pending));
        await pole.SettledAsync();
        Assert.Equal([null], await pole.Database.QueryAsync<long?>("SELECT sees FROM courier WHERE relation = 'pending.example'"));

        foreach (var path in new[] { "/changes", "/changes?after=0", "/digest", "/digest?bucket=00", "/checkpoint" })
        {
            var (open, asked) = (await ReadAsync(path, null), await ReadAsync(path, pending));
            Assert.Equal(Comparable(open), Comparable(asked));
        }

        // It says that it was accepted, and follows once more; it shares, and nobody takes it.
        await pole.RefusesAsync([new("an Accept of its own Follow", "403 follow-unfit", () => pole.PostAsync(pending.Say(Verbs.Accept, pending.Say(Verbs.Follow, pole.Actor)), pending))]);
        Assert.Equal("202", await pole.PostAsync(pending.Create(), pending));
        Assert.Equal("202", await pole.PostAsync(pending.Say(Verbs.Follow, pole.Actor), pending));
        await pole.SettledAsync();
        Assert.Empty(await pole.Database.QueryAsync<string>("SELECT key FROM document WHERE origin = 'pending.example'"));
        Assert.Empty(await pole.Database.QueryAsync<string>("SELECT key FROM catalogue WHERE origin = 'pending.example'"));
        Assert.Equal([null], await pole.Database.QueryAsync<long?>("SELECT sees FROM courier WHERE relation = 'pending.example'"));
        Assert.DoesNotContain(pole.Web.Posted, each => each.Url.Contains("pending.example", StringComparison.Ordinal));
    }

    [Fact, BadInput("unapproved peers")]
    public async Task Who_never_asked_sees_what_everyone_sees()
    {
        foreach (var path in new[] { "/changes?after=0", "/digest", "/checkpoint" })
        {
            Assert.Equal(Comparable(await ReadAsync(path, null)), Comparable(await ReadAsync(path, pole.Mallory)));
        }
    }

    [Fact, BadInput("unapproved peers")]
    public async Task Of_copies_each_gets_its_own_alone()
    {
        foreach (var by in new[] { null, pole.Mallory })
        {
            using var answer = await pole.AskAsync("/changes?of=barcelona.example&after=0", by);
            Assert.DoesNotContain(pole.HeldId, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(pole.HeldId, await ReadAsync("/changes?of=barcelona.example&after=0", pole.Guest), StringComparison.Ordinal);
        Assert.Contains(pole.HeldId, await ReadAsync("/changes?of=barcelona.example&after=0", pole.Barcelona), StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string path, Figure? by)
    {
        using var answer = await pole.AskAsync(path, by);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Two checkpoints differ in when they were signed, and so in their proofs.</summary>
    private static string Comparable(string document)
    {
        var json = JsonNode.Parse(document)!.AsObject();
        json.Remove("proof");
        json.Remove("published");
        return json.ToJsonString();
    }
}
