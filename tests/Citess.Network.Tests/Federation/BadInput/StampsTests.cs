using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class StampsTests(BadInputPole pole)
{
    /// <summary>What is spoken here that stands for a yes: an Accept, a proof, a Remove, a Tombstone. Each is good for its own subject alone.</summary>
    [Fact, BadInput("stamps")]
    public async Task A_yes_to_one_thing_is_none_to_another()
    {
        var (barcelona, mallory) = (pole.Barcelona, pole.Mallory);
        var follow = JsonNode.Parse(pole.Web.Posted.First(each => each.Url.StartsWith(barcelona.Id, StringComparison.Ordinal)).Body)!.AsObject();
        JsonObject Follow(string member, string value) => follow.DeepClone().AsObject().Set(member, value);
        JsonObject Borrowed(JsonObject from, JsonObject to) => to.Set("proof", from["proof"]!.DeepClone());
        var remove = Figure.Prove(barcelona.Say(Verbs.Remove, barcelona.NewId("practice"), activity => (activity["kind"], activity["revision"]) = ("practice", 9)), barcelona.Ed25519);
        await pole.RefusesAsync(
            [
                new("an Accept of the Follow of another", "403 follow-unfit", () => pole.PostAsync(mallory.Say(Verbs.Accept, follow), mallory)),
                new("an Accept of a Follow bent to the sender", "403 follow-unfit", () => pole.PostAsync(barcelona.Say(Verbs.Accept, Follow("object", mallory.Id)), barcelona)),
                new("an Accept of a Follow by another pole", "403 follow-unfit", () => pole.PostAsync(barcelona.Say(Verbs.Accept, Follow("actor", mallory.Id)), barcelona)),
                new("an Accept of a Follow under a foreign id", "403 follow-unfit", () => pole.PostAsync(barcelona.Say(Verbs.Accept, Follow("id", mallory.NewId())), barcelona)),
                new("an Accept of no Follow", "403 follow-unfit", () => pole.PostAsync(barcelona.Say(Verbs.Accept, Follow("type", "Invite")), barcelona)),
                new("a proof of another record", "403 proof-wrong", () => pole.PostAsync(barcelona.Say(Verbs.Create, Borrowed(barcelona.Practice(barcelona.NewId("practice")), barcelona.Bare(barcelona.NewId("practice")))), barcelona)),
                new("a proof of another revision", "403 proof-wrong", () => pole.PostAsync(barcelona.Say(Verbs.Update, Borrowed(barcelona.Practice(pole.HeldId, 3), barcelona.Bare(pole.HeldId, 9))), barcelona)),
                new("a Tombstone of another record", "403 proof-wrong", () => pole.PostAsync(barcelona.Say(Verbs.Delete, barcelona.Tombstone(barcelona.NewId("practice"), 9).Set("id", pole.HeldId)), barcelona)),
                new("a Remove of another record", "403 proof-wrong", () => pole.PostAsync(remove.DeepClone().AsObject().Set("object", pole.HeldId), barcelona)),
                new("a Remove of another revision", "403 proof-wrong", () => pole.PostAsync(remove.DeepClone().AsObject().Set("revision", 99), barcelona)),
                new("a proof of the object as one of the activity", "403 proof-wrong", () => pole.PostAsync(Lifted(), barcelona)),
            ],
            barcelona.Refetch());

        JsonObject Lifted()
        {
            var practice = barcelona.Practice(barcelona.NewId("practice"));
            return barcelona.Say(Verbs.Create, practice, activity => activity["proof"] = practice["proof"]!.DeepClone());
        }
    }
}
