using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class RestructuredTests(BadInputPole pole)
{
    [Fact, BadInput("restructured JSON-LD")]
    public Task A_keyword_that_rearranges_is_refused_wherever_it_stands() => pole.RefusesAsync(
        from keyword in new[] { "@graph", "@reverse", "@included" }
        from place in new (string Name, Action<JsonObject> Put)[]
        {
            ("activity", activity => activity[keyword] = new JsonArray()),
            ("object", activity => activity["object"]![keyword] = new JsonObject()),
            ("depth", activity => activity["object"]!["tag"] = new JsonArray(new JsonObject { ["a"] = new JsonObject { [keyword] = "b" } })),
            ("term of the context", activity => activity["@context"] = new JsonArray("https://www.w3.org/ns/activitystreams", new JsonObject { ["object"] = keyword })),
            ("definition in the context", activity => activity["@context"] = new JsonObject { ["actor"] = new JsonObject { [keyword] = "as:actor" } }),
            ("alias by id", activity => activity["@context"] = new JsonObject { ["name"] = new JsonObject { ["@id"] = keyword } }),
        }
        select new Attack($"{keyword} in {place.Name}", "400 restructured-json-ld", () => pole.PostAsync(pole.Mallory.Create(place.Put), pole.Mallory)));

    [Fact, BadInput("restructured JSON-LD")]
    public async Task A_context_that_renames_terms_changes_neither_who_speaks_nor_what_is_read()
    {
        // To a JSON-LD reader these say that Barcelona speaks, or what it says; read here is what stands there.
        var (mallory, barcelona) = (pole.Mallory, pole.Barcelona);
        JsonNode Renaming(string term, string meaning) => new JsonArray("https://www.w3.org/ns/activitystreams", new JsonObject { [term] = meaning });
        await pole.RefusesAsync(
            [
                new("whois for actor", "401 actor-not-key-owner", () => pole.PostAsync(mallory.Say(Verbs.Create, mallory.Practice(pole.HeldId, 9), activity => (activity["@context"], activity["actor"], activity["whois"]) = (Renaming("whois", "as:actor"), barcelona.Id, mallory.Id)), mallory)),
                new("what for object", "403 not-owner", () => pole.PostAsync(mallory.Say(Verbs.Update, mallory.Practice(pole.HeldId, 9), activity => (activity["@context"], activity["what"]) = (Renaming("what", "as:object"), mallory.Practice(mallory.NewId("practice")))), mallory)),
                new("only under another name", "400 not-an-activity", () => pole.PostAsync(mallory.Create(activity => { activity["@context"] = Renaming("speaker", "as:actor"); activity["speaker"] = activity["actor"]!.DeepClone(); activity.Remove("actor"); }), mallory)),
                new("the address of the term", "400 not-an-activity", () => pole.PostAsync(mallory.Create(activity => { activity["https://www.w3.org/ns/activitystreams#actor"] = activity["actor"]!.DeepClone(); activity.Remove("actor"); }), mallory)),
                new("@id and @type", "400 not-an-activity", () => pole.PostAsync(mallory.Create(activity => { activity["@id"] = activity["id"]!.DeepClone(); activity.Remove("id"); }), mallory)),
                new("a context to fetch", "403 proof-wrong", () => pole.PostAsync(mallory.Say(Verbs.Create, Later(mallory.Practice(mallory.NewId("practice")), "@context", "http://mallory.example/context")), mallory)),
            ]);
    }

    private static JsonObject Later(JsonObject proved, string member, string value)
    {
        proved[member] = value;
        return proved;
    }
}
