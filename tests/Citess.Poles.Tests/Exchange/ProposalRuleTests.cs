using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Exchange;

public sealed class ProposalRuleTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "Means", """ "means":9 """ },
        { "Unit", """ "unit":9 """ },
        { "Urgency", """ "urgency":9 """ },
        { "Concepts", """ "concepts":["Conseil juridique"] """ },
        { "Concepts", """ "concepts":["training","training"] """ },
        { "Concepts", """ "concepts":["training","coaching","mentoring","advocacy","networking","fairs"] """ },
        { "Languages", """ "languages":["العربية"] """ },
        { "Territory", """ "territory":"Mahdia" """ },
        { "Until", """ "from":"2026-10-01" """ },
        { "Quantity", """ "quantity":-1 """ },
        { "Quantity", """ "quantity":100001 """ },
        { "Quantity", """ "quantity":2,"taken":3 """ },
        { "Counted", """ "counted":["01JDA5R1V7Q0W3M9K2X4T6B8C"] """ },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_field_is_named(string field, string json) => Assert.Equal(
        [field],
        ProposalExamples.Wants.Check(StateJson.Read<Want>("""{"title":{"source":"fr","texts":{"fr":{"text":"Une juriste"}}},"until":"2026-09-02",""" + json + "}")).Select(problem => problem.Field).Distinct());

    [Fact]
    public void One_without_a_title_or_a_last_day_is_refused()
    {
        Assert.Contains(ProposalExamples.Offers.Check(ProposalExamples.Room with { Title = MultilingualText.Empty }), problem => problem.Field == "Title");
        Assert.Equal("exchange.check.until", Assert.Single(ProposalExamples.Offers.Check(ProposalExamples.Room with { Until = default, From = null })).TextKey);
    }

    [Fact]
    public async Task What_our_people_write_says_what_it_is_about_and_for_no_longer_than_two_years()
    {
        await ProposalExamples.Offers.CheckAsync(ProposalExamples.Room with { Until = new(2028, 3, 2) }, Mahdia.Amira, house.Grains);
        Assert.Equal("Concepts", (await RefusedAsync(ProposalExamples.Room with { Concepts = [] })).Field);
        Assert.Equal("Until", (await RefusedAsync(ProposalExamples.Room with { Until = new(2028, 3, 3) })).Field);

        async Task<FieldProblem> RefusedAsync(Offering content) =>
            Assert.Single((await Assert.ThrowsAsync<RefusedException>(() => ProposalExamples.Offers.CheckAsync(content, Mahdia.Amira, house.Grains))).Problems);
    }

    [Fact]
    public void It_is_over_when_its_last_day_has_ended_and_not_before()
    {
        Assert.False(ProposalExamples.Room.IsOver(new(2026, 9, 2, 23, 59, 59, TimeSpan.Zero)));
        Assert.True(ProposalExamples.Room.IsOver(new(2026, 9, 3, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 9, 2), Proposal.LastDay(Mahdia.Clock.GetUtcNow()));
    }

    [Fact]
    public void It_is_taken_when_nothing_is_left_of_what_is_counted()
    {
        Assert.Equal((7, false), (ProposalExamples.Room.Left, ProposalExamples.Room.IsTaken));
        Assert.Equal((0, true), ((ProposalExamples.Room with { Taken = 10 }).Left, (ProposalExamples.Room with { Taken = 10 }).IsTaken));
        Assert.Equal((null, false), (ProposalExamples.Lawyer.Left, ProposalExamples.Lawyer.IsTaken));
        Assert.Equal("taken", Mahdia.Listed(ProposalExamples.Offers, ProposalExamples.Room with { Taken = 10 }, ProposalExamples.RoomKey)!.Status);
    }

    [Fact]
    public void A_visitor_sees_neither_whom_to_call_nor_which_agreements_are_counted()
    {
        var shown = ProposalExamples.Offers.Shown(ProposalExamples.Room, Mahdia.Visitor);
        Assert.Equal(("", true), (shown.Contact, shown.Counted.IsEmpty));
        Assert.Equal("+216 00 000 053", ProposalExamples.Offers.Shown(ProposalExamples.Room, Mahdia.Amira).Contact);
    }

    [Fact]
    public void A_grain_call_carries_every_field_and_the_state_reads_back_as_it_was_written()
    {
        Assert.Equal(StateJson.Write(ProposalExamples.Room), StateJson.Write(Mahdia.Carried(ProposalExamples.Room)));
        Assert.Equal(StateJson.Write(ProposalExamples.Lawyer), StateJson.Write(Mahdia.Carried(ProposalExamples.Lawyer)));
        Assert.Equal(StateJson.Write(ProposalExamples.Room), StateJson.Write(StateJson.Read<Offering>(StateJson.Write(ProposalExamples.Room))));
    }

    [Fact]
    public async Task The_largest_one_fits_into_one_state_and_can_be_withdrawn()
    {
        var largest = ProposalExamples.Room with
        {
            Title = Mahdia.Longest(Proposal.MaxTitle),
            Text = Mahdia.Longest(Proposal.MaxText),
            Counted = [.. Enumerable.Range(0, 1000).Select(number => RecordKey.Derived("agreement", $"{number}").Id)],
        };
        Assert.Empty(ProposalExamples.Offers.Check(largest));
        var grain = house.Grains.GetGrain<IOfferingGrain>(RecordKey.New(OfferingKind.Kind, TimeProvider.System).ToString());

        Assert.Equal(1, await grain.CreateAsync(largest, Audience.Public, ""));
        Assert.Equal(2, await grain.WithdrawAsync(1, ""));
    }
}
