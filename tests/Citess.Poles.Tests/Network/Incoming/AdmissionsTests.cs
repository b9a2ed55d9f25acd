using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Tests.Network.Outgoing;
using Xunit;

namespace Citess.Poles.Tests.Network.Incoming;

/// <summary>What becomes of letters whose signature holds: of partners, of those that are being asked, of strangers.</summary>
public sealed class AdmissionsTests : IAsyncLifetime
{
    private const string Record = "https://barcelona.example/practice/01JNPV3T000000000000000001";
    private PostOffice office = null!;

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Of_what_a_stranger_shares_only_a_note_is_kept()
    {
        foreach (var verb in new[] { Verbs.Create, Verbs.Update, Verbs.Delete, Verbs.Remove, Verbs.Add })
        {
            Assert.Equal(new Admission.Kept(IsPartner: false, "not a partner pole of ours"), await JudgeAsync(verb, Record));
        }

        Assert.Equal(new Admission.Kept(IsPartner: false, null), await JudgeAsync(Verbs.Follow, "https://mahdia.example/pole/x"));
        Assert.Equal(new Admission.Kept(IsPartner: false, null), await JudgeAsync(Verbs.Accept, "https://mahdia.example/activity/x"));
    }

    [Fact]
    public async Task What_a_pole_shares_right_behind_its_answer_is_no_strangers()
    {
        Assert.NotNull(((Admission.Kept)await JudgeAsync(Verbs.Create, Record)).Note);

        // Its answer still waits here, but our Follow had its way before it could answer.
        await office.ConnectAsync("https://barcelona.example/inbox");
        Assert.Equal(new Admission.Kept(IsPartner: true, null), await JudgeAsync(Verbs.Create, Record));
        Assert.False((await JudgeAsync(Verbs.Create, Record, isPole: false)).IsPartner);
    }

    [Fact]
    public async Task Whoever_gave_something_may_take_it_back_though_it_is_no_partner()
    {
        await office.Inbox.DoneAsync([], [new Arrival(new() { Origin = PostOffice.Barcelona, Key = "practice/01JNPV3T000000000000000001", Revision = 1, Audience = Audience.Network, IsTombstone = false, Json = "{}" }, null)], new Dictionary<long, string>());

        Assert.Null(((Admission.Kept)await JudgeAsync(Verbs.Delete, Record)).Note);
        Assert.NotNull(((Admission.Kept)await JudgeAsync(Verbs.Update, Record)).Note);
    }

    [Fact]
    public async Task What_is_more_than_a_partners_share_is_told_to_come_later_and_stands_beside_the_partner()
    {
        await office.ConnectAsync("https://barcelona.example/inbox");
        var admissions = Admissions(new() { PartnerLetters = 2 });
        for (var letter = 0; letter < 2; letter++)
        {
            Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Create, Record, admissions: admissions));
        }

        for (var letter = 0; letter < 5; letter++)
        {
            var later = Assert.IsType<Admission.Later>(await JudgeAsync(Verbs.Create, Record, admissions: admissions));
            Assert.InRange(later.After.TotalSeconds, 1, 60);
        }

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Create, Record, admissions: admissions));
        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Create, Record, admissions: admissions));
        Assert.IsType<Admission.Later>(await JudgeAsync(Verbs.Create, Record, admissions: admissions));
        Assert.Equal(6, (await office.StandAsync()).TurnedAway);
    }

    /// <summary>What had to be fetched is kept beside the letter, and is as much of a share.</summary>
    [Fact]
    public async Task What_was_fetched_for_a_letter_counts_too()
    {
        await office.ConnectAsync("https://barcelona.example/inbox");
        var admissions = Admissions(new() { PartnerBytes = 3000 });
        var thing = JsonSerializer.SerializeToElement(new { id = Record, content = new string('x', 2000) });
        Assert.IsType<Admission.Kept>(await admissions.JudgeAsync(Accepted(isFetched: false), TestContext.Current.CancellationToken));
        Assert.IsType<Admission.Kept>(await admissions.JudgeAsync(Accepted(isFetched: true), TestContext.Current.CancellationToken));
        Assert.IsType<Admission.Later>(await admissions.JudgeAsync(Accepted(isFetched: true), TestContext.Current.CancellationToken));

        GateVerdict.Accepted Accepted(bool isFetched) => new("https://barcelona.example/activity/1", Verbs.Create, thing, isFetched, "{}"u8.ToArray(), new byte[32], Actor(isPole: true, "x"), SignatureDialect.Cavage);
    }

    [Fact]
    public async Task Of_one_host_so_many_may_follow_and_those_that_do_may_again()
    {
        var first = Actor(isPole: false, name: "v0");
        await office.ConnectAsync("https://barcelona.example/inbox", [.. Enumerable.Range(0, Poles.Network.Incoming.Admissions.MaxVisitors).Select(number => Poles.Network.PartnerActor.Of(Actor(isPole: false, name: "v" + number).Document).Relation)]);

        Assert.IsType<Admission.Later>(await JudgeAsync(Verbs.Follow, "https://mahdia.example/pole/x", isPole: false));
        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Follow, "https://mahdia.example/pole/x", actor: first));
        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Follow, "https://mahdia.example/pole/x", isPole: true));
    }

    private Admissions Admissions(AllowanceOptions? options = null) => new(new(options ?? new(), office.Clock), office.Couriers, office.Documents, office.Visitors(), [], office.Clock);

    private async Task<Admission> JudgeAsync(string verb, string about, bool isPole = true, Admissions? admissions = null, RemoteActor? actor = null)
    {
        var thing = JsonSerializer.SerializeToElement(about);
        return await (admissions ?? Admissions()).JudgeAsync(new("https://barcelona.example/activity/1", verb, thing, false, "{}"u8.ToArray(), new byte[32], actor ?? Actor(isPole, "x"), SignatureDialect.Cavage), CancellationToken.None);
    }

    private static RemoteActor Actor(bool isPole, string name) => RemoteActor.TryRead(
        JsonSerializer.SerializeToUtf8Bytes(Ap.Write(new Actor
        {
            Id = "https://barcelona.example/actor/" + name,
            Type = isPole ? "Organization" : "Person",
            Kind = isPole ? "pole" : null,
            Inbox = "https://barcelona.example/inbox",
            PublicKey = [new() { Id = "https://barcelona.example/actor/" + name + "#main-key", Owner = "https://barcelona.example/actor/" + name, Pem = "x" }],
        })),
        DateTimeOffset.UnixEpoch)!;
}
