using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Rules;

/// <summary>What the rules of <c>activitypub-testing</c> say of a running pole's two actors.</summary>
public sealed class RuleTests(LonePole lone) : IClassFixture<LonePole>
{
    /// <summary>For servers where programs of people post into an outbox. To a pole they speak by its own API.</summary>
    private static readonly string[] ClientToServer =
    [
        "create-then-update-modifies-object-checked-by-get",
        "outbox-post-must-accept-non-activity-object",
        "outbox-post-server-adds-to-outbox-collection-checked-by-outbox-get",
        "outbox-post-servers-must-return-a-201-created-http-code",
        "outbox-wraps-object-with-create-checked-using-get-location",
        "post-outbox-server-overwrites-id-property",
    ];

    private const string NotReadable = "got unexpected 405 response status when resolving inbox string to inbox object";

    public static TheoryData<string, string, string> OfThePole => new()
    {
        { "actor-must-serve-as2-object-to-get", "passed", "" },
        { "actor-objects-must-have-inbox-outbox-properties", "passed", "" },
        { "followers-collection-must-be-a-collection", "passed", "" },
        { "following-collection-must-be-a-collection", "passed", "" },
        { "outbox-must-be-an-orderedcollection", "passed", "" },

        // Letters are between two poles: nobody reads an inbox over HTTP.
        { "inbox-must-be-an-orderedcollection", "inapplicable", NotReadable },

        // Nobody likes or boosts here.
        { "liked-collection-must-be-a-collection", "inapplicable", "object has no `liked` property" },
        { "likes-collection-must-be-a-collection", "inapplicable", "object has no `likes` property" },
        { "shares-collection-must-be-a-collection", "inapplicable", "inputs.object does not have a shares property to test" },
    };

    public static TheoryData<string, string, string> OfTheServer => new()
    {
        { "actor-must-serve-as2-object-to-get", "passed", "" },
        { "actor-objects-must-have-inbox-outbox-properties", "passed", "" },
        { "outbox-must-be-an-orderedcollection", "passed", "" },
        { "inbox-must-be-an-orderedcollection", "inapplicable", NotReadable },
    };

    [Theory]
    [MemberData(nameof(OfThePole))]
    public async Task The_actor_of_the_pole_keeps_the_rule(string rule, string outcome, string info) =>
        Assert.Equal((outcome, info), await Rulebook.JudgeAsync(rule, lone.Actor, await lone.Mahdia.ActorAsync()));

    [Theory]
    [MemberData(nameof(OfTheServer))]
    public async Task The_actor_of_the_server_keeps_the_rule(string rule, string outcome, string info)
    {
        var finger = JsonElement.Parse(await lone.Mahdia.Process.Http.GetStringAsync($"/.well-known/webfinger?resource=acct:localhost@{lone.Mahdia.Authority}"));
        var address = finger.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "self").GetProperty("href").GetString()!;
        Assert.Equal((outcome, info), await Rulebook.JudgeAsync(rule, address, await lone.Mahdia.DocumentAsync(address)));
    }

    [Fact]
    public async Task There_is_no_rule_that_is_not_spoken_of_here() =>
        Assert.Equal(
            OfThePole.Select(row => row.Data.Item1).Concat(ClientToServer).Order(StringComparer.Ordinal),
            (await Rulebook.RulesAsync()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_actor_whose_outbox_is_no_collection_breaks_the_rule()
    {
        var actor = JsonNode.Parse((await lone.Mahdia.ActorAsync()).GetRawText())!;
        actor["outbox"] = lone.Actor;
        Assert.Equal("failed", (await Rulebook.JudgeAsync("outbox-must-be-an-orderedcollection", lone.Actor, JsonSerializer.SerializeToElement(actor))).Outcome);
    }
}
