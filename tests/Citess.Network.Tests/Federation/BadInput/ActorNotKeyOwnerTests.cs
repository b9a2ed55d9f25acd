using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class ActorNotKeyOwnerTests(BadInputPole pole)
{
    [Fact, BadInput("actor is not the key's owner")]
    public async Task A_valid_signature_says_nothing_for_another_actor_whatever_the_verb()
    {
        var barcelona = pole.Barcelona;
        await pole.RefusesAsync(
            from signer in new[] { pole.Mallory, pole.Guest }
            from verb in new[] { Verbs.Create, Verbs.Update, Verbs.Delete, Verbs.Remove, Verbs.Follow, Verbs.Accept, Verbs.Reject, Verbs.Undo, "Announce", "Move" }
            select new Attack($"{verb} signed by {signer.Id}", "401 actor-not-key-owner", () => pole.PostAsync(barcelona.Say(verb, barcelona.Practice(pole.HeldId, 9)), signer)));
    }

    [Fact, BadInput("actor is not the key's owner")]
    public async Task A_key_that_names_another_owner_or_that_its_owner_does_not_name_signs_for_nobody()
    {
        // Each document is found at its own address and speaks of Barcelona: as its key, as itself, or as its owner.
        var (mallory, barcelona) = (pole.Mallory, pole.Barcelona);
        var keys = Enumerable.Range(0, 3).Select(_ => RsaKeyPair.Import(mallory.Origin + "/keys/" + Samples.NewId(), mallory.Rsa.ExportPrivatePem())).ToList();
        pole.Web.Shows(keys[0].KeyId, new JsonObject { ["id"] = keys[0].KeyId, ["owner"] = barcelona.Id, ["publicKeyPem"] = keys[0].PublicPem }.ToJsonString());
        pole.Web.Shows(keys[1].KeyId, mallory.Document(actor => (actor["id"], actor["publicKey"]) = (keys[1].KeyId, new JsonObject { ["id"] = keys[1].KeyId, ["owner"] = barcelona.Id, ["publicKeyPem"] = keys[1].PublicPem })).ToJsonString());
        pole.Web.Shows(keys[2].KeyId, new JsonObject { ["id"] = keys[2].KeyId, ["owner"] = mallory.Id, ["publicKeyPem"] = keys[2].PublicPem }.ToJsonString());
        await pole.RefusesAsync(
            keys.Select(key => new Attack(key.KeyId, "401 key-not-found", () => pole.PostAsync(Encoding.UTF8.GetBytes(barcelona.Create().ToJsonString()), key))),
            [.. keys.Select(key => "GET " + key.KeyId), mallory.Refetch()]);
    }
}
