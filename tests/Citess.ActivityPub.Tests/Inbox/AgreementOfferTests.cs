using Citess.ActivityPub.Inbox;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Step 9 for an Offer of an Agreement, FEP-0837: whole, without an id yet, and about an intent of ours.</summary>
public sealed class AgreementOfferTests
{
    private const string Intent = "https://mahdia.example/offering/1#primary";

    private readonly Doorway door = new();

    [Theory]
    [InlineData("")]
    [InlineData("\"id\":\"https://barcelona.example/agreement/1\",")]
    [InlineData("\"attributedTo\":\"https://barcelona.example/pole\",")]
    public async Task An_agreement_about_an_intent_of_ours_is_taken_with_or_without_a_proof(string more)
    {
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Says(Agreement(Intent, more)), Pole.Barcelona));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Proved(Says(Agreement(Intent, more)), door.Time.GetUtcNow()), Pole.Barcelona));
    }

    [Fact]
    public async Task One_whose_names_are_written_in_full_is_taken_as_the_same()
    {
        const string vf = "https://w3id.org/valueflows/ont/vf#";
        var full = $$$$"""{"type":"{{{{vf}}}}Agreement","{{{{vf}}}}stipulates":{"type":"{{{{vf}}}}Commitment","{{{{vf}}}}satisfies":{"id":"{{{{Intent}}}}"}}}""";
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Says(full), Pole.Barcelona));
        door.Refuses(GateReason.ObjectUnfit, await door.Judge(Says(full.Replace("\"type\":\"" + vf + "Agreement\"", "\"type\":\"Agreement\",\"stipulates\":{}", StringComparison.Ordinal)), Pole.Barcelona), Pole.Barcelona);
    }

    [Theory]
    [InlineData("\"id\":\"https://mahdia.example/agreement/1\",")]
    [InlineData("\"id\":7,")]
    [InlineData("\"attributedTo\":\"https://mallory.example/mallory\",")]
    public async Task One_that_is_anothers_is_refused(string more) =>
        door.Refuses(GateReason.NotOwner, await door.Judge(Says(Agreement(Intent, more)), Pole.Barcelona), Pole.Barcelona);

    [Theory]
    [InlineData("""{"type":"Agreement"}""")]
    [InlineData("""{"type":"Agreement","stipulates":"https://barcelona.example/commitment/1"}""")]
    [InlineData("""{"type":"Agreement","stipulates":{"type":"Promise","satisfies":"https://mahdia.example/offering/1#primary"}}""")]
    [InlineData("""{"type":"Agreement","stipulates":{"type":"Commitment"}}""")]
    [InlineData("""{"type":"Agreement","stipulates":[{"type":"Commitment","satisfies":"https://mahdia.example/offering/1#primary"},{"type":"Commitment","satisfies":"https://mahdia.example/offering/2#primary"}]}""")]
    public async Task One_that_stipulates_not_exactly_one_thing_is_refused(string agreement) =>
        door.Refuses(GateReason.ObjectUnfit, await door.Judge(Says(agreement), Pole.Barcelona), Pole.Barcelona);

    [Theory]
    [InlineData("https://mallory.example/offering/1#primary", ",\"to\":[\"https://mahdia.example/pole\"]")]
    [InlineData(Intent, "")]
    [InlineData(Intent, ",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"]")]
    [InlineData(Intent, ",\"to\":[\"https://mahdia.example/pole\"],\"cc\":[\"https://www.w3.org/ns/activitystreams#Public\"]")]
    public async Task One_about_what_is_not_ours_or_to_others_too_is_refused(string intent, string to) =>
        door.Refuses(GateReason.NotOurs, await door.Judge(Says(Agreement(intent), to), Pole.Barcelona), Pole.Barcelona);

    /// <summary>Most answer by its id; Fedify puts the whole Offer there when it is given one.</summary>
    [Theory]
    [InlineData("Accept")]
    [InlineData("Reject")]
    public async Task An_Offer_of_ours_is_answered_by_its_id_or_whole_by_whom_it_was_to(string verb)
    {
        var ours = $$"""{"type":"Offer","id":"https://mahdia.example/activity/1","actor":"{{Pole.Mahdia.Id}}","to":["{{Pole.Barcelona.Id}}"],"object":{"type":"Agreement"} }""";
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says(verb, ours), Pole.Barcelona));
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.Mallory.Says(verb, ours), Pole.Mallory), Pole.Barcelona, Pole.Mallory);
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.Barcelona.Says(verb, ours.Replace("mahdia.example/activity", "barcelona.example/activity", StringComparison.Ordinal)), Pole.Barcelona), Pole.Barcelona, Pole.Mallory);
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.Barcelona.Says(verb, ours.Replace(Pole.Mahdia.Id, Pole.Mallory.Id, StringComparison.Ordinal)), Pole.Barcelona), Pole.Barcelona, Pole.Mallory);
    }

    private static string Agreement(string intent, string more = "") =>
        "{" + more + $$$$""" "type":"Agreement","stipulates":{"type":"Commitment","satisfies":"{{{{intent}}}}","resourceQuantity":{"hasUnit":"one","hasNumericalValue":"1"}}}""";

    private static string Says(string agreement, string to = ",\"to\":\"https://mahdia.example/pole\"") => Pole.Barcelona.Says("Offer", agreement)[..^1] + to + "}";
}
