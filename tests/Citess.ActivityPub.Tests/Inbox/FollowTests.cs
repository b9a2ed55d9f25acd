using Citess.ActivityPub.Inbox;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Step 9 for Follow, Undo, Accept and Reject.</summary>
public sealed class FollowTests
{
    private readonly Doorway door = new();

    private static string Ours => Pole.Mahdia.Follow(Pole.Barcelona.Id);

    [Fact]
    public async Task A_follow_that_would_come_back_in_each_answer_is_short()
    {
        var follow = Pole.Mallory.Follow(Pole.Mahdia.Id);
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Padded(16_000), Pole.Mallory));
        door.Refuses(GateReason.TooLarge, await door.Judge(Padded(17_000), Pole.Mallory), Pole.Mallory);

        string Padded(int length) => follow[..^1] + ",\"summary\":\"" + new string('x', length) + "\"}";
    }

    [Fact]
    public async Task Only_an_actor_of_ours_is_followed_here()
    {
        Assert.IsType<GateVerdict.Accepted>(await Barcelona("Follow", $"\"{Pole.Mahdia.Id}\""));
        Assert.IsType<GateVerdict.Accepted>(await Barcelona("Follow", $$"""{"id":"{{Pole.Mahdia.Id}}","type":"Organization"}"""));
        door.Refuses(GateReason.NotOurs, await Barcelona("Follow", $"\"{Pole.Mahdia.Id}/nobody\""), Pole.Barcelona);
        door.Refuses(GateReason.NotOurs, await Barcelona("Follow", $"\"{Pole.Mallory.Id}\""), Pole.Barcelona);
        door.Refuses(GateReason.ObjectUnfit, await Barcelona("Follow", $"[\"{Pole.Mahdia.Id}\",\"{Pole.Mallory.Id}\"]"), Pole.Barcelona);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("Reject")]
    public async Task Only_whom_we_asked_may_answer(string verb)
    {
        Assert.IsType<GateVerdict.Accepted>(await Barcelona(verb, Ours));
        Assert.IsType<GateVerdict.Accepted>(await Barcelona(verb, "\"https://mahdia.example/follow/1\""));
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.Mallory.Says(verb, Ours), Pole.Mallory), Pole.Barcelona, Pole.Mallory);
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.MalloryAtBarcelona.Says(verb, Ours), Pole.MalloryAtBarcelona), Pole.Barcelona, Pole.Mallory, Pole.MalloryAtBarcelona);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("Reject")]
    public async Task An_answer_to_a_follow_that_is_not_ours_is_refused(string verb)
    {
        door.Refuses(GateReason.FollowUnfit, await Barcelona(verb, Pole.Mallory.Follow(Pole.Barcelona.Id)), Pole.Barcelona);
        door.Refuses(GateReason.FollowUnfit, await Barcelona(verb, "\"https://barcelona.example/follow/1\""), Pole.Barcelona);
        door.Refuses(GateReason.FollowUnfit, await Barcelona(verb, Ours.Replace("mahdia.example/follow", "barcelona.example/follow", StringComparison.Ordinal)), Pole.Barcelona);
        door.Refuses(GateReason.FollowUnfit, await Barcelona(verb, Ours.Replace("\"Follow\"", "\"Offer\"", StringComparison.Ordinal)), Pole.Barcelona);
        door.Refuses(GateReason.FollowUnfit, await Barcelona(verb, Ours.Replace("\"https://mahdia.example/follow/1\"", "7", StringComparison.Ordinal)), Pole.Barcelona);
    }

    [Fact]
    public async Task Only_an_own_follow_is_taken_back()
    {
        var follow = Pole.Barcelona.Follow(Pole.Mahdia.Id);
        Assert.IsType<GateVerdict.Accepted>(await Barcelona("Undo", follow));
        Assert.IsType<GateVerdict.Accepted>(await Barcelona("Undo", "\"https://barcelona.example/follow/1\""));
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.Mallory.Says("Undo", follow), Pole.Mallory), Pole.Barcelona, Pole.Mallory);
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.MalloryAtBarcelona.Says("Undo", follow), Pole.MalloryAtBarcelona), Pole.Barcelona, Pole.Mallory, Pole.MalloryAtBarcelona);
        door.Refuses(GateReason.FollowUnfit, await door.Judge(Pole.Mallory.Says("Undo", "\"https://barcelona.example/follow/1\""), Pole.Mallory), Pole.Barcelona, Pole.Mallory, Pole.MalloryAtBarcelona);
    }

    [Fact]
    public async Task What_is_no_follow_is_not_taken_back() =>
        door.Refuses(GateReason.VerbNotSpoken, await Barcelona("Undo", $$"""{"id":"https://barcelona.example/like/1","type":"Like","actor":"{{Pole.Barcelona.Id}}","object":"{{Pole.Mahdia.Id}}"}"""), Pole.Barcelona);

    [Fact]
    public async Task The_end_of_a_follow_of_somebody_else_is_refused() =>
        door.Refuses(GateReason.FollowUnfit, await Barcelona("Undo", Pole.Barcelona.Follow(Pole.Mallory.Id)), Pole.Barcelona);

    private Task<GateVerdict> Barcelona(string verb, string about) => door.Judge(Pole.Barcelona.Says(verb, about), Pole.Barcelona);
}
