using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.Partners;

public sealed class ConsortiumChangesTests
{
    private const string Id = "01JDEMCAND0MAHDA0000000001";
    private const string Hash = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

    private static readonly CandidateLink s_link = new() { Id = "01JDEMLINK0MAHDA0000000001", Hash = Hash, Made = Now };
    private static readonly Consortium s_asked = new Consortium().Put(Id, Draft, 0, Amira, Now).Link(Id, s_link, Now);

    [Fact]
    public void Who_gets_a_link_is_asked()
    {
        Assert.Equal(CandidateStanding.Noted, Assert.Single(new Consortium().Put(Id, Draft, 0, Amira, Now).Candidates).Standing);
        Assert.Equal(CandidateStanding.Asked, Assert.Single(s_asked.Candidates).Standing);
    }

    [Fact]
    public void A_repeat_changes_nothing_and_an_edit_of_an_older_one_is_a_conflict()
    {
        var held = s_asked.Candidates[0];
        var same = Draft with { Standing = held.Standing };
        Assert.Same(s_asked, s_asked.Put(Id, same, 1, Amira, Now.AddDays(1)));
        Assert.Equal(Refusal.Conflict, Assert.Throws<RefusedException>(() => s_asked.Put(Id, same with { Name = "Autre" }, held.Revision - 1, Amira, Now)).Reason);
        Assert.Equal("Autre", s_asked.Put(Id, same with { Name = "Autre" }, held.Revision, Amira, Now).Candidates[0].Name);
        Assert.Equal(Refusal.NotFound, Assert.Throws<RefusedException>(() => s_asked.Put(Hash, same, 1, Amira, Now)).Reason);
    }

    [Theory]
    [InlineData(SheetDeed.Save, CandidateStanding.Asked, CandidateStanding.Interested)]
    [InlineData(SheetDeed.Save, CandidateStanding.Committed, CandidateStanding.Committed)]
    [InlineData(SheetDeed.Save, CandidateStanding.Declined, CandidateStanding.Interested)]
    [InlineData(SheetDeed.Commit, CandidateStanding.Declined, CandidateStanding.Committed)]
    [InlineData(SheetDeed.Decline, CandidateStanding.Asked, CandidateStanding.Declined)]
    [InlineData(SheetDeed.Decline, CandidateStanding.Committed, CandidateStanding.Withdrawn)]
    [InlineData(SheetDeed.Withdraw, CandidateStanding.Committed, CandidateStanding.Withdrawn)]
    public void A_deed_leads_from_one_standing_to_another(SheetDeed deed, CandidateStanding from, CandidateStanding to) => Assert.Equal(to, ConsortiumChanges.Next(from, deed));

    [Fact]
    public void A_commitment_says_who_when_and_by_which_link_and_that_it_was_changed_since()
    {
        var held = Committed().Candidates[0];
        var commitment = held.Commitment!;
        Assert.Equal((CandidateStanding.Committed, "Montserrat", Now.AddDays(1), s_link.Id, ""), (held.Standing, commitment.Name, commitment.On, commitment.Link, commitment.By));
        Assert.False(held.IsChangedSince);

        var next = Committed().Put(Id, Draft with { Standing = CandidateStanding.Committed, Tasks = held.Tasks, Amount = held.Amount + 1 }, held.Revision, Amira, Now.AddDays(2)).Candidates[0];
        Assert.Equal((true, commitment), (next.IsChangedSince, next.Commitment));
    }

    [Fact]
    public void To_commit_asks_for_a_sheet_a_name_and_consent_and_to_decline_for_a_reason()
    {
        Assert.Equal(["About", "Brings", "Name", "Agrees"], Refused(new SheetAnswer { Deed = SheetDeed.Commit }));
        Assert.Equal(["Reason"], Refused(new SheetAnswer { Deed = SheetDeed.Decline }));
        Assert.Equal(["About.es", "Website", "Amount"], Refused(Sheet with { Amount = -1, Sheet = Sheet.Sheet with { About = MultilingualText.Of("es", new('x', PartnerSheet.MaxText + 1)), Website = "javascript:alert(1)" } }));
        Assert.Equal(["People"], Refused(Sheet with { Sheet = Sheet.Sheet with { People = MultilingualText.Of("es", "x", [.. Enumerable.Range(0, 6).Select(each => ("q" + (char)('a' + each), "x"))]) } }));

        static IEnumerable<string> Refused(SheetAnswer answer) => Assert.Throws<RefusedException>(() => s_asked.Answer(Hash, answer with { Seen = s_asked.Candidates[0].Revision }, Now)).Problems.Select(problem => problem.Field);
    }

    [Fact]
    public void The_same_answer_twice_is_one_and_an_answer_to_what_was_changed_is_a_conflict()
    {
        var committed = Committed();
        Assert.Same(committed, committed.Answer(Hash, Answer(SheetDeed.Commit), Now.AddDays(2)));
        Assert.Equal(Refusal.Conflict, Assert.Throws<RefusedException>(() => committed.Answer(Hash, Answer(SheetDeed.Save) with { Amount = 1 }, Now)).Reason);
    }

    [Fact]
    public void Who_withdraws_keeps_what_was_said_with_the_reason()
    {
        var committed = Committed();
        var held = committed.Answer(Hash, Answer(SheetDeed.Withdraw) with { Seen = committed.Candidates[0].Revision, Reason = "Ya no podemos." }, Now.AddDays(3)).Candidates[0];
        Assert.Equal((CandidateStanding.Withdrawn, "Ya no podemos.", "Montserrat", Now.AddDays(3)), (held.Standing, held.Reason, held.Commitment!.Name, held.Since));
    }

    [Fact]
    public void A_link_that_was_taken_back_or_replaced_lets_nobody_in()
    {
        foreach (var link in new[] { null, s_link with { Hash = new('0', 64) } })
        {
            Assert.Equal(Refusal.NotFound, Assert.Throws<RefusedException>(() => s_asked.Link(Id, link, Now).Answer(Hash, Answer(SheetDeed.Commit), Now)).Reason);
        }
    }

    [Fact]
    public void What_the_team_was_told_is_kept_as_that()
    {
        var draft = Draft with { Standing = CandidateStanding.Committed };
        Assert.Equal(["CommittedBy"], Assert.Throws<RefusedException>(() => new Consortium().Put(Id, draft, 0, Amira, Now)).Problems.Select(problem => problem.Field));
        var held = new Consortium().Put(Id, draft with { CommittedBy = "Salma" }, 0, Amira, Now).Candidates[0];
        Assert.Equal(("Salma", "", Amira), (held.Commitment!.Name, held.Commitment.Link, held.Commitment.By));
    }

    [Fact]
    public void Whom_to_ask_is_erased_and_nothing_else()
    {
        var held = s_asked.Forget(Id).Candidates[0];
        Assert.Equal((null, "Commune de Mahdia", Hash), (held.Contact, held.Name, held.Link!.Hash));
        Assert.DoesNotContain("salma", StateJson.Write(s_asked.Forget(Id)), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(s_asked.Remove(Id).Candidates);
    }

    [Fact]
    public void Forty_candidates_go_in_and_no_more_and_together_they_stay_within_bounds()
    {
        var full = Enumerable.Range(0, Consortium.Most).Aggregate(new Consortium(), (held, each) => held.Put($"{each}", Draft, 0, Amira, Now));
        Assert.Equal("calls.check.many", Assert.Single(Assert.Throws<RefusedException>(() => full.Put(Id, Draft, 0, Amira, Now)).Problems).TextKey);

        var longest = Cast.Mahdia.Longest(PartnerSheet.MaxText);
        var answer = Sheet with { Deed = SheetDeed.Commit, Sheet = new() { About = longest, Brings = longest, Experience = longest }, Seen = 2 };
        var written = full;
        var refused = Assert.Throws<RefusedException>(() =>
        {
            foreach (var each in full.Candidates)
            {
                written = written.Link(each.Id, s_link with { Hash = each.Id }, Now).Answer(each.Id, answer, Now);
            }
        });
        Assert.Equal("calls.check.full", Assert.Single(refused.Problems).TextKey);
        Assert.InRange(written.Candidates.Count(each => each.Standing == CandidateStanding.Committed), 5, 12);
    }

    [Theory]
    [InlineData("Roles", """ "roles":[] """)]
    [InlineData("Roles", """ "roles":["wizard"] """)]
    [InlineData("Country", """ "country":"Tunisia" """)]
    [InlineData("Contact.Email", """ "contact":{"email":"a@example.org?bcc=b@example.org"} """)]
    [InlineData("Contact.Telephone", """ "contact":{"telephone":"call me"} """)]
    [InlineData("Standing", """ "standing":9 """)]
    [InlineData("Language", """ "language":"العربية" """)]
    [InlineData("Amount", """ "amount":-5 """)]
    public void A_wrong_field_of_a_candidate_is_named(string field, string json)
    {
        var fields = System.Text.Json.Nodes.JsonNode.Parse("""{"name":"x","country":"TN","roles":["ngo"]}""")!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse("{" + json + "}")!.AsObject())
        {
            fields[name] = value?.DeepClone();
        }

        Assert.Equal([field], ConsortiumRules.Check(StateJson.Read<CandidateDraft>(fields.ToJsonString())).Select(problem => problem.Field).Distinct());
    }

    [Fact]
    public void A_grain_call_carries_every_field()
    {
        Assert.Equal(StateJson.Write(Committed()), StateJson.Write(Cast.Mahdia.Carried(Committed())));
        Assert.Equal(StateJson.Write(Draft), StateJson.Write(Cast.Mahdia.Carried(Draft)));
        Assert.Equal(StateJson.Write(Sheet), StateJson.Write(Cast.Mahdia.Carried(Sheet)));
        Assert.Equal(StateJson.Write(Committed()), StateJson.Write(StateJson.Read<Consortium>(StateJson.Write(Committed()))));
    }

    private static SheetAnswer Answer(SheetDeed deed) => Sheet with { Deed = deed, Seen = s_asked.Candidates[0].Revision };

    private static Consortium Committed() => s_asked.Answer(Hash, Answer(SheetDeed.Commit), Now.AddDays(1));
}
