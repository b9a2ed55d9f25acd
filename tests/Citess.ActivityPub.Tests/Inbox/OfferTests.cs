using Citess.ActivityPub.Inbox;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Step 9 for an Offer: something waits for one actor of ours, and the offer says no word of it.</summary>
public sealed class OfferTests
{
    private const string Letter = "\"https://barcelona.example/letter/1\"";

    private readonly Doorway door = new();

    [Fact]
    public async Task An_offer_to_the_pole_alone_is_taken() =>
        Assert.Equal("https://barcelona.example/letter/1", Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(Says(Letter, To(Pole.Mahdia.Id)))).Object.GetString());

    [Fact]
    public async Task An_offer_without_a_proof_is_refused() =>
        door.Refuses(GateReason.ProofMissing, await door.Judge(Says(Letter, To(Pole.Mahdia.Id)), Pole.Barcelona), Pole.Barcelona);

    [Theory]
    [InlineData("\"https://mallory.example/letter/1\"")]
    [InlineData("\"https://mahdia.example/letter/1\"")]
    [InlineData("\"https://barcelona.example/mallory\"")]
    public async Task An_offer_of_what_is_anothers_is_refused(string letter)
    {
        door.Owners["https://barcelona.example/mallory"] = Pole.MalloryAtBarcelona.Id;
        door.Refuses(GateReason.NotOwner, await JudgeAsync(Says(letter, To(Pole.Mahdia.Id))), Pole.Barcelona);
    }

    [Theory]
    [InlineData("""{"id":"https://barcelona.example/letter/1","type":"Note","content":"Leila"}""")]
    [InlineData("\"https://barcelona.example/pole\"")]
    public async Task An_offer_that_says_what_it_offers_is_refused(string letter) =>
        door.Refuses(GateReason.ObjectUnfit, await JudgeAsync(Says(letter, To(Pole.Mahdia.Id))), Pole.Barcelona);

    [Theory]
    [InlineData("")]
    [InlineData(""","to":[]""")]
    [InlineData(""","to":["https://www.w3.org/ns/activitystreams#Public"]""")]
    [InlineData(""","to":["https://mahdia.example/pole","https://mallory.example/mallory"]""")]
    [InlineData(""","to":["https://mahdia.example/pole"],"cc":["https://www.w3.org/ns/activitystreams#Public"]""")]
    public async Task An_offer_to_another_or_to_others_too_is_refused(string to) =>
        door.Refuses(GateReason.NotOurs, await JudgeAsync(Says(Letter, to)), Pole.Barcelona);

    private static string To(string actor) => $",\"to\":[\"{actor}\"]";

    private static string Says(string letter, string to) => Pole.Barcelona.Says("Offer", letter)[..^1] + to + ",\"kind\":\"letter\"}";

    private Task<GateVerdict> JudgeAsync(string activity) => door.Judge(Pole.Barcelona.Proved(activity, door.Time.GetUtcNow()), Pole.Barcelona);
}
