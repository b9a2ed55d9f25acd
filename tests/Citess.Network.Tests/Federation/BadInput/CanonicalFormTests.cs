using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class CanonicalFormTests(BadInputPole pole)
{
    /// <summary>Numbers and names whose canonical form is another than their spelling; 100,000 more are compared with npm's canonicalize elsewhere.</summary>
    private const string Oddities = """{"a":-0,"b":1e21,"c":1E400000,"d":0.1e1,"\ud83d\ude00":1,"\ufb33":2,"\u20ac":3,"\r":4,"1":5}""";

    [Fact, BadInput("canonical form")]
    public async Task What_has_no_canonical_form_or_another_one_than_was_proved_is_refused()
    {
        var mallory = pole.Mallory;
        var practice = mallory.Practice(mallory.NewId("practice"), change: document => (document["x"], document["y"]) = (1, "a"));
        string Said(string from, string to) => mallory.Say(Verbs.Create, practice).ToJsonString().Replace(from, to, StringComparison.Ordinal);
        await pole.RefusesAsync(
            new (string What, string Answer, string Body)[]
            {
                ("a lone surrogate", "400 malformed-json", Said("\"y\":\"a\"", "\"y\":\"\\ud800\"")),
                ("a lone surrogate in a name", "400 malformed-json", Said("\"y\":\"a\"", "\"\\udc00\":\"a\"")),
                ("a member twice", "400 malformed-json", Said("\"x\":1", "\"x\":2,\"x\":1")),
                ("a member twice by an escape", "400 malformed-json", Said("\"x\":1", "\"\\u0078\":2,\"x\":1")),
                ("another number", "403 proof-wrong", Said("\"x\":1", "\"x\":1.0000000000000002")),
                ("a number beyond all bounds", "403 proof-wrong", Said("\"x\":1", "\"x\":1e400")),
                ("minus one", "403 proof-wrong", Said("\"x\":1", "\"x\":-1")),
                ("a text for a number", "403 proof-wrong", Said("\"x\":1", "\"x\":\"1\"")),
                ("another normal form", "403 proof-wrong", Said("\"y\":\"a\"", "\"y\":\"a\\u0301\"")),
                ("NaN", "400 malformed-json", Said("\"x\":1", "\"x\":NaN")),
                ("all of it without a proof of this", "403 proof-wrong", Said("\"x\":1", "\"x\":" + Oddities)),
            }.Select(each => new Attack(each.What, each.Answer, () => pole.PostAsync(Encoding.UTF8.GetBytes(each.Body), mallory.Rsa))),
            mallory.Refetch());
    }

    [Fact, BadInput("canonical form")]
    public async Task Another_spelling_of_the_same_canonical_form_is_the_same_document()
    {
        var mallory = pole.Mallory;
        var practice = mallory.Practice(mallory.NewId("practice"), change: document => (document["x"], document["y"]) = (JsonNode.Parse("1e21"), JsonNode.Parse("-0")));
        var body = mallory.Say(Verbs.Create, practice).ToJsonString();
        var spelled = body.Replace("\"x\":1e21", "\"x\":1000000000000000000000", StringComparison.Ordinal).Replace("\"y\":-0", "\"y\":0.0", StringComparison.Ordinal);
        Assert.NotEqual(body, spelled);
        Assert.Equal("202", await pole.PostAsync(Encoding.UTF8.GetBytes(spelled), mallory.Rsa));
        await pole.SettledAsync();
    }
}
