using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Network.Outgoing;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Agreements;

/// <summary>Confirmations by other software that name no Offer: which are let in, and which request each is about.</summary>
public sealed class AgreementLettersTests(GrainHouse house) : IClassFixture<GrainHouse>, IAsyncLifetime
{
    private const string Agreed = "https://market.example/agreements/1";

    private static readonly RemoteActor Alice = Actor("alice");
    private static readonly RemoteActor Bob = Actor("bob");

    private PostOffice office = null!;

    /// <summary>Without a ledger: whoever names no Offer, or something that is no address, asks nothing of it.</summary>
    private AgreementLetters Letters => new(proposals: null!, house.Grains, ledger: null!, office.Catalogue, Mahdia.Pole, words: null!, office.Clock);

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_confirmation_is_let_in_by_its_size_and_its_origin_and_from_whom_something_is_open()
    {
        Assert.False(await AwaitsAsync(Alice));
        await AskAsync(Alice);
        Assert.True(await AwaitsAsync(Alice));
        Assert.False(await AwaitsAsync(Bob));
        Assert.False(await AwaitsAsync(Alice, context: "https://mallory.example/agreements/1"));

        // All that is kept of it counts, also what had to be fetched.
        Assert.False(await AwaitsAsync(Alice, raw: (64 * 1024) + 1));
        Assert.True(await AwaitsAsync(Alice, note: 70_000));
        Assert.False(await AwaitsAsync(Alice, note: 70_000, isFetched: true));
    }

    [Fact]
    public async Task What_nobody_answered_or_what_was_taken_back_is_closed_a_while_after()
    {
        var (expired, withdrawn) = (await AskAsync(Alice), await AskAsync(Bob));
        await house.Grains.GetGrain<IAgreementGrain>(withdrawn.ToString()).WithdrawAsync("amira");
        await ListAsync(withdrawn);
        Assert.True(await AwaitsAsync(Alice) && await AwaitsAsync(Bob));
        office.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True(await AwaitsAsync(Bob));

        // That it is confirmed early does not hold the door open.
        Assert.IsType<Outcome.Done>(await TakeAsync(Bob));
        await ListAsync(withdrawn);
        office.Clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await AwaitsAsync(Bob));
        Assert.True(await AwaitsAsync(Alice));
        office.Clock.Advance(Agreement.Patience);
        Assert.False(await AwaitsAsync(Alice));
        Assert.Null(await TakeAsync(Alice));
        Assert.Null((await ReadAsync(expired)).Confirmed);
    }

    [Fact]
    public async Task A_confirmation_before_the_yes_is_kept_with_what_that_actor_was_asked_for_alone()
    {
        var (first, second, bobs) = (await AskAsync(Alice), await AskAsync(Alice), await AskAsync(Bob));

        // What answers something else is none.
        Assert.Null(await TakeAsync(Alice, inReplyTo: "https:// market.example/notes/1"));
        Assert.Null((await ReadAsync(first)).Confirmed);
        Assert.IsType<Outcome.Done>(await TakeAsync(Alice));
        Assert.Equal((Agreed, Agreed, null), ((await ReadAsync(first)).Confirmed, (await ReadAsync(second)).Confirmed, (await ReadAsync(bobs)).Confirmed));
        await AcceptAsync(second, Agreed);
        Assert.Equal((AgreementStatus.Proposed, AgreementStatus.Completed), ((await ReadAsync(first)).Status, (await ReadAsync(second)).Status));
    }

    /// <summary>The list may show it as not answered yet.</summary>
    [Fact]
    public async Task A_confirmation_is_found_behind_a_list_that_is_late()
    {
        var key = await AskAsync(Alice);
        await AcceptAsync(key, Agreed, isListed: false);
        Assert.IsType<Outcome.Done>(await TakeAsync(Alice));
        Assert.Equal(AgreementStatus.Completed, (await ReadAsync(key)).Status);
    }

    [Fact]
    public async Task An_older_request_is_found_behind_many_that_have_ended()
    {
        var accepted = await AskAsync(Alice);
        await AcceptAsync(accepted, Agreed, isListed: false);
        await ListAsync(accepted, withAddress: false);
        office.Clock.Advance(TimeSpan.FromHours(1));
        for (var ended = 0; ended < 51; ended++)
        {
            var key = await AskAsync(Alice);
            await house.Grains.GetGrain<IAgreementGrain>(key.ToString()).OnDeclinedAsync(Alice.Id, (await ReadAsync(key)).Offer, MultilingualText.Empty);
            await ListAsync(key);
        }

        Assert.True(await AwaitsAsync(Alice));
        Assert.IsType<Outcome.Done>(await TakeAsync(Alice));
        Assert.Equal(AgreementStatus.Completed, (await ReadAsync(accepted)).Status);
    }

    /// <summary>An actor may call its agreement as it likes: it does not stand in the way of another's.</summary>
    [Fact]
    public async Task The_same_address_given_by_another_actor_takes_no_place()
    {
        var (alices, bobs) = (await AskAsync(Alice), await AskAsync(Bob));
        await AcceptAsync(alices, Agreed);
        office.Clock.Advance(TimeSpan.FromHours(1));
        await AcceptAsync(bobs, Agreed);
        Assert.IsType<Outcome.Done>(await TakeAsync(Alice));
        Assert.Equal((AgreementStatus.Completed, AgreementStatus.Accepted), ((await ReadAsync(alices)).Status, (await ReadAsync(bobs)).Status));
    }

    private async Task<RecordKey> AskAsync(RemoteActor of)
    {
        var key = RecordKey.New(Agreement.Kind, TimeProvider.System);
        await house.Grains.GetGrain<IAgreementGrain>(key.ToString()).ProposeAsync(AgreementExamples.AskedElsewhere with
        {
            Actor = of.Id,
            Relation = PartnerActor.Of(of.Document).Relation,
            Proposed = office.Clock.GetUtcNow(),
            Expires = office.Clock.GetUtcNow() + Agreement.Patience,
        });
        await ListAsync(key);
        return key;
    }

    private async Task AcceptAsync(RecordKey key, string address, bool isListed = true)
    {
        var held = await ReadAsync(key);
        Assert.True(await house.Grains.GetGrain<IAgreementGrain>(key.ToString()).OnAcceptedAsync(held.Actor, held.Offer, AgreementExamples.Wire.Stipulated(held), address));
        if (isListed)
        {
            await ListAsync(key);
        }
    }

    private async Task<Agreement> ReadAsync(RecordKey key) => (await house.Grains.GetGrain<IAgreementGrain>(key.ToString()).ReadAsync())!;

    private readonly Dictionary<string, (AgreementState State, int Version)> listed = new(StringComparer.Ordinal);

    /// <summary>As the publisher lists what a grain stores; its time is that of the office, and stays when only what is kept for later changed.</summary>
    private async Task ListAsync(RecordKey key, bool withAddress = true)
    {
        var held = await ReadAsync(key);
        var before = listed.GetValueOrDefault(key.ToString());
        var isSame = before.State?.Held?.Status == held.Status;
        var state = new AgreementState { Held = withAddress ? held : held with { Address = "" }, Version = before.Version + 1, Updated = isSame ? before.State!.Updated : office.Clock.GetUtcNow() };
        listed[key.ToString()] = (state, state.Version);
        await office.PublishAsync(new Poles.Kernel.Ledger.OutboxEntry { Id = $"{key}@{state.Version}/0", Key = key.ToString(), Listing = AgreementListing.Of(key, state) });
    }

    private ValueTask<bool> AwaitsAsync(RemoteActor by, string context = Agreed, int raw = 2, int note = 0, bool isFetched = false) => Letters.AwaitsAsync(
        new("https://market.example/activities/1", Verbs.Create, Receipt(context, inReplyTo: null, note), isFetched, new byte[raw], new byte[32], by, SignatureDialect.Cavage), CancellationToken.None);

    private Task<Outcome?> TakeAsync(RemoteActor by, string? inReplyTo = null) => Letters.TakeAsync(
        new(new Letter { ActivityId = "https://market.example/activities/1", Sender = "market.example", Actor = by.Id, Verb = Verbs.Create, Hash = "", Body = "{}", Received = office.Clock.GetUtcNow() }, default, Receipt(Agreed, inReplyTo), new(by, house.Grains)),
        office.Clock.GetUtcNow());

    private static JsonElement Receipt(string context, string? inReplyTo, int note = 0) =>
        Ap.Write(new ApObject { Id = "https://market.example/receipts/1", Type = "Document", Content = new('x', note), Other = Poles.Kernel.Records.Terms.Of(("context", context), ("inReplyTo", inReplyTo)) });

    private static RemoteActor Actor(string name) => RemoteActor.TryRead(
        JsonSerializer.SerializeToUtf8Bytes(Ap.Write(new Actor
        {
            Id = "https://market.example/users/" + name,
            Type = "Person",
            Inbox = "https://market.example/inbox",
            PublicKey = [new() { Id = $"https://market.example/users/{name}#main-key", Owner = "https://market.example/users/" + name, Pem = "x" }],
        })),
        DateTimeOffset.UnixEpoch)!;
}
