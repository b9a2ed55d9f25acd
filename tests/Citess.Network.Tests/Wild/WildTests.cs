using System.Text.Json.Nodes;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Wild;

/// <summary>"Met in the wild" of other software, as readers of requests: what they answer and what they ask for.</summary>
public sealed class WildTests(LonePole lone) : IClassFixture<LonePole>
{
    private RunningPole Mahdia => lone.Mahdia;

    [Fact]
    public async Task A_host_that_says_202_before_it_verifies_gets_draft_cavage_and_no_second_knock()
    {
        await using var wild = await WildPeer.StartAsync();
        await FollowAsync(wild);
        await GotAsync(wild, "Accept");
        await Mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Pressoir"));
        await GotAsync(wild, "Create");
        Assert.All(wild.Received, request => Assert.True(request.IsCavage));
        Assert.Equal(wild.Received.Count, wild.Received.Select(request => request.Body).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_host_that_answers_418_to_the_nameless_is_told_who_asks_with_each_request()
    {
        await using var wild = await WildPeer.StartAsync();
        wild.WantsUserAgent = true;
        await FollowAsync(wild);
        await GotAsync(wild, "Accept");
        Assert.NotEmpty(wild.Asked);
        Assert.All(wild.Asked.Concat(wild.Received), request => Assert.Contains("citess", request.Headers["User-Agent"], StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_first_contact_that_is_answered_401_once_is_tried_again_and_ends_well()
    {
        // As GoToSocial when two first contacts race: it knows draft-cavage alone, and takes the same request a moment later.
        await using var wild = await WildPeer.StartAsync();
        var cavage = 0;
        wild.Inbox = request => request.IsCavage && ++cavage > 1 ? 202 : 401;
        await FollowAsync(wild);
        await GotAsync(wild, "Accept");
        Assert.Equal([(true, 401), (false, 401), (true, 202)], wild.Received.Take(3).Select(request => (request.IsCavage, request.Answer)));
        Assert.Single(wild.Received.Take(3).Select(request => request.Body).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_refusal_of_the_signature_as_400_gets_the_other_dialect_which_is_remembered()
    {
        await using var wild = await WildPeer.StartAsync();
        wild.Inbox = request => request.IsRfc9421 ? 202 : 400;
        await FollowAsync(wild);
        await GotAsync(wild, "Accept");
        await Mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Four solaire"));
        await GotAsync(wild, "Create");
        Assert.Equal([("Accept", 400), ("Accept", 202)], wild.Received.Take(2).Select(request => (request.Verb, request.Answer)));
        Assert.All(wild.Received.Skip(1), request => Assert.Equal((true, 202), (request.IsRfc9421, request.Answer)));
    }

    [Fact]
    public async Task Our_actor_names_the_contexts_without_which_others_miss_its_keys()
    {
        var context = (await Mahdia.ActorAsync()).GetProperty("@context").EnumerateArray().Select(each => each.ToString()).ToList();
        Assert.Contains("https://w3id.org/security/multikey/v1", context);
        Assert.Contains("https://www.w3.org/ns/did/v1", context);
        Assert.Contains("https://w3id.org/security/data-integrity/v1", context);
    }

    private async Task FollowAsync(WildPeer wild) =>
        Assert.Equal((202, null), await wild.PostAsync(Mahdia, wild.Say("Follow", JsonValue.Create(lone.Actor))));

    private Task GotAsync(WildPeer wild, string verb) => Eventually.TrueAsync(
        () => Task.FromResult(wild.Received.Any(request => request.Verb == verb && request.Answer == 202)),
        () => $"No {verb} was taken: {string.Join(", ", wild.Received.Select(request => $"{request.Verb} {request.Answer}"))}.\n{string.Join('\n', Mahdia.Process.Output)}",
        TimeSpan.FromSeconds(60));
}
