using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Agreements;

/// <summary>Both sides of one agreement, each with a grain of its own.</summary>
public sealed class AgreementGrainTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    private const string Address = "https://barcelona.example/agreement/01JDA5R1V7Q0W3M9K2X4T6B8CN";

    private static Stipulation Said => AgreementExamples.Wire.Stipulated(AgreementExamples.Asked);

    [Fact]
    public async Task What_was_proposed_is_accepted_once_and_done_once()
    {
        var grain = New();
        Assert.True(await grain.OnProposedAsync(AgreementExamples.AtMahdia));
        Assert.True(await grain.OnProposedAsync(AgreementExamples.AtMahdia with { Quantity = 9 }));
        Assert.Equal(2, (await grain.ReadAsync())!.Quantity);

        Assert.Equal(2, await grain.AcceptAsync("amira"));
        Assert.Equal(2, await grain.AcceptAsync("youssef"));
        var held = (await grain.ReadAsync())!;
        Assert.Equal((AgreementStatus.Accepted, "amira"), (held.Status, held.By));
        Assert.StartsWith(Mahdia.Pole.Origin + "/agreement/", held.Address, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => grain.DeclineAsync(MultilingualText.Of("fr", "Trop tard"), "amira"));
        Assert.False(await grain.OnWithdrawnAsync(held.Actor, held.Offer));

        Assert.Equal(3, await grain.CompleteAsync("amira"));
        Assert.Equal(3, await grain.CompleteAsync("amira"));
        Assert.Equal(AgreementStatus.Completed, (await grain.ReadAsync())!.Status);
    }

    [Fact]
    public async Task What_was_taken_back_or_declined_is_not_accepted()
    {
        var (taken, declined) = (New(), New());
        await taken.OnProposedAsync(AgreementExamples.AtMahdia);
        Assert.True(await taken.OnWithdrawnAsync(AgreementExamples.Barcelonas, AgreementExamples.Offer));
        Assert.Equal(Refusal.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => taken.AcceptAsync("amira"))).Reason);

        await declined.OnProposedAsync(AgreementExamples.AtMahdia);
        await declined.DeclineAsync(MultilingualText.Of("fr", "La salle est fermée."), "amira");
        Assert.Equal(Refusal.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => declined.AcceptAsync("amira"))).Reason);
        Assert.Equal("La salle est fermée.", (await declined.ReadAsync())!.Reason.SourceText);
    }

    [Fact]
    public async Task What_nobody_answered_in_time_is_not_accepted_any_more()
    {
        var grain = New();
        await grain.OnProposedAsync(AgreementExamples.AtMahdia with { Expires = Mahdia.Clock.GetUtcNow() });
        Assert.Equal(AgreementStatus.Expired, (await grain.ReadAsync())!.StatusAt(Mahdia.Clock.GetUtcNow()));
        await Assert.ThrowsAsync<RefusedException>(() => grain.AcceptAsync("amira"));
    }

    [Fact]
    public async Task A_yes_counts_only_for_what_was_proposed_and_from_whom_it_was_proposed_to()
    {
        var grain = New();
        await grain.ProposeAsync(AgreementExamples.Asked);
        var offer = (await grain.ReadAsync())!.Offer;
        var before = StateJson.Write(await grain.ReadAsync());

        Assert.False(await grain.OnAcceptedAsync("https://barcelona.example/users/mallory", offer, Said, Address));
        Assert.False(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, AgreementExamples.Offer, Said, Address));
        Assert.False(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, offer, Said with { Quantity = 3 }, Address));
        Assert.False(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, offer, Said with { Unit = "hour" }, Address));
        Assert.False(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, offer, Said with { Satisfies = "https://barcelona.example/offering/01JDA5R1V7Q0W3M9K2X4T6B8CP#primary" }, Address));
        Assert.False(await grain.OnDeclinedAsync("https://barcelona.example/users/mallory", offer, MultilingualText.Empty));
        Assert.False(await grain.OnCompletedAsync("https://barcelona.example/users/mallory", Address, isByOffer: true));
        Assert.False(await grain.OnCompletedAsync(AgreementExamples.Barcelonas, Address, isByOffer: false));
        Assert.False(await grain.OnWithdrawnAsync(AgreementExamples.Barcelonas, offer));
        Assert.Equal(before, StateJson.Write(await grain.ReadAsync()));

        Assert.True(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, offer, Said, Address));
        Assert.True(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, offer, Said, Address));
        Assert.False(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, offer, Said, Address + "X"));
        Assert.False(await grain.OnDeclinedAsync(AgreementExamples.Barcelonas, offer, MultilingualText.Empty));
        Assert.Equal((AgreementStatus.Accepted, Address), ((await grain.ReadAsync())!.Status, (await grain.ReadAsync())!.Address));
    }

    /// <summary>What stands on other software is named as it is named there, and only that is agreed upon.</summary>
    [Fact]
    public async Task Of_what_stands_on_other_software_only_its_own_intent_in_its_own_unit_is_agreed_upon()
    {
        const string agreed = "https://market.example/agreements/1";
        var asked = AgreementExamples.AskedElsewhere;
        var said = AgreementExamples.Wire.Stipulated(asked);
        Assert.Equal(new Stipulation("https://market.example/proposals/ddde9d6f/what", 2, "om2:kilogram"), said);

        var grain = New();
        await grain.ProposeAsync(asked);
        Assert.Equal(Refusal.AlreadyThere, (await Assert.ThrowsAsync<RefusedException>(() => grain.ProposeAsync(asked with { Elsewhere = asked.Elsewhere! with { Address = "https://market.example/proposals/2" } }))).Reason);
        var offer = (await grain.ReadAsync())!.Offer;
        Assert.False(await grain.OnAcceptedAsync(asked.Actor, offer, said with { Satisfies = "https://market.example/proposals/ddde9d6f#primary" }, agreed));
        Assert.False(await grain.OnAcceptedAsync(asked.Actor, offer, said with { Unit = "one" }, agreed));
        Assert.False(await grain.OnAcceptedAsync(asked.Actor, offer, said with { Quantity = 20 }, agreed));
        Assert.False(await grain.OnAcceptedAsync("https://market.example/users/mallory", offer, said, agreed));
        Assert.Equal(AgreementStatus.Proposed, (await grain.ReadAsync())!.Status);

        // The same unit, written in full.
        Assert.True(await grain.OnAcceptedAsync(asked.Actor, offer, said with { Unit = "http://www.ontology-of-units-of-measure.org/resource/om-2/kilogram" }, agreed));
        Assert.True(await grain.OnCompletedAsync(asked.Actor, agreed, isByOffer: false));
        var held = (await grain.ReadAsync())!;
        Assert.Equal((AgreementStatus.Completed, true, true), (held.Status, held.IsOurs, held.IsAboutWant));
    }

    /// <summary>As it was stored before there was anything elsewhere.</summary>
    [Fact]
    public void What_was_stored_earlier_is_read_as_it_was()
    {
        var stored = StateJson.Write(new AgreementState { Held = AgreementExamples.Asked, Version = 1 });
        var earlier = System.Text.Json.Nodes.JsonNode.Parse(stored)!;
        Assert.False(earlier["held"]!.AsObject().ContainsKey("confirmed"));
        earlier["held"]!.AsObject().Remove("elsewhere");
        Assert.Equal(stored, StateJson.Write(StateJson.Read<AgreementState>(earlier.ToJsonString())));
    }

    [Fact]
    public async Task The_answer_of_the_other_side_holds_also_when_ours_was_taken_back_at_the_same_time()
    {
        var grain = New();
        await grain.ProposeAsync(AgreementExamples.Asked);
        await grain.WithdrawAsync("amira");
        Assert.True(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, (await grain.ReadAsync())!.Offer, Said, Address));
        Assert.Equal(AgreementStatus.Accepted, (await grain.ReadAsync())!.Status);
    }

    [Fact]
    public async Task A_confirmation_that_overtakes_the_yes_is_both()
    {
        var grain = New();
        await grain.ProposeAsync(AgreementExamples.Asked);
        Assert.True(await grain.OnCompletedAsync(AgreementExamples.Barcelonas, Address, isByOffer: true));
        Assert.True(await grain.OnAcceptedAsync(AgreementExamples.Barcelonas, (await grain.ReadAsync())!.Offer, Said, Address));
        Assert.Equal((AgreementStatus.Completed, Address), ((await grain.ReadAsync())!.Status, (await grain.ReadAsync())!.Address));
    }

    /// <summary>Other software does not say which request its confirmation is about: its yes does.</summary>
    [Fact]
    public async Task A_confirmation_that_overtakes_the_yes_and_names_no_Offer_waits_for_it()
    {
        const string agreed = "https://market.example/agreements/1";
        var asked = AgreementExamples.AskedElsewhere;
        var said = AgreementExamples.Wire.Stipulated(asked);
        var (grain, other, declined) = (New(), New(), New());
        foreach (var each in new[] { grain, other, declined })
        {
            await each.ProposeAsync(asked);
            Assert.False(await each.OnConfirmedEarlyAsync("https://market.example/users/mallory", agreed));
            Assert.False(await each.OnConfirmedEarlyAsync(asked.Actor, "https://mallory.example/agreements/1"));
            Assert.Null((await each.ReadAsync())!.Confirmed);
            Assert.False(await each.OnCompletedAsync(asked.Actor, agreed, isByOffer: false));
            Assert.True(await each.OnConfirmedEarlyAsync(asked.Actor, agreed + "0"));
            Assert.True(await each.OnConfirmedEarlyAsync(asked.Actor, agreed));
            Assert.True(await each.OnConfirmedEarlyAsync(asked.Actor, agreed));
            Assert.Equal((AgreementStatus.Proposed, agreed), ((await each.ReadAsync())!.Status, (await each.ReadAsync())!.Confirmed));
        }

        await grain.WithdrawAsync("amira");
        Assert.True(await grain.OnAcceptedAsync(asked.Actor, (await grain.ReadAsync())!.Offer, said, agreed));
        Assert.True(await grain.OnAcceptedAsync(asked.Actor, (await grain.ReadAsync())!.Offer, said, agreed));
        var held = (await grain.ReadAsync())!;
        Assert.Equal((AgreementStatus.Completed, agreed, null), (held.Status, held.Address, held.Confirmed));
        Assert.Equal((Mahdia.Clock.GetUtcNow(), Mahdia.Clock.GetUtcNow()), (held.Answered, held.Completed));

        // What their yes says of the others is another agreement, or none.
        Assert.True(await other.OnAcceptedAsync(asked.Actor, (await other.ReadAsync())!.Offer, said, agreed + "2"));
        Assert.Equal((AgreementStatus.Accepted, null, null), ((await other.ReadAsync())!.Status, (await other.ReadAsync())!.Confirmed, (await other.ReadAsync())!.Completed));
        Assert.False(await other.OnConfirmedEarlyAsync(asked.Actor, agreed));
        Assert.True(await declined.OnDeclinedAsync(asked.Actor, (await declined.ReadAsync())!.Offer, MultilingualText.Empty));
        Assert.Equal((AgreementStatus.Declined, null), ((await declined.ReadAsync())!.Status, (await declined.ReadAsync())!.Confirmed));
    }

    [Fact]
    public async Task The_same_request_twice_is_one_and_another_under_its_id_is_refused()
    {
        var grain = New();
        Assert.Equal(1, await grain.ProposeAsync(AgreementExamples.Asked));
        Assert.Equal(1, await grain.ProposeAsync(AgreementExamples.Asked));
        Assert.Equal(Refusal.AlreadyThere, (await Assert.ThrowsAsync<RefusedException>(() => grain.ProposeAsync(AgreementExamples.Asked with { Quantity = 3 }))).Reason);
    }

    [Fact]
    public void A_grain_call_carries_every_field() =>
        Assert.Equal(StateJson.Write(AgreementExamples.AtMahdia with { Status = AgreementStatus.Declined, Reason = AgreementExamples.AtMahdia.Note, Address = Address }), StateJson.Write(Mahdia.Carried(AgreementExamples.AtMahdia with { Status = AgreementStatus.Declined, Reason = AgreementExamples.AtMahdia.Note, Address = Address })));

    [Fact]
    public void A_grain_call_carries_what_stands_elsewhere() =>
        Assert.Equal(StateJson.Write(AgreementExamples.AskedElsewhere with { Confirmed = Address }), StateJson.Write(Mahdia.Carried(AgreementExamples.AskedElsewhere with { Confirmed = Address })));

    private IAgreementGrain New() => house.Grains.GetGrain<IAgreementGrain>(RecordKey.New(Agreement.Kind, TimeProvider.System).ToString());
}
