using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class KeysAndProofsTests(BadInputPole pole)
{
    [Fact, BadInput("keys and proofs")]
    public async Task A_proof_that_is_not_the_actors_own_whole_and_only_one_is_refused()
    {
        var mallory = pole.Mallory;
        using var stranger = Ed25519KeyPair.Create(mallory.Ed25519.KeyId);
        using var foreign = Ed25519KeyPair.Create(pole.Barcelona.Ed25519.KeyId);
        using var unlisted = Ed25519KeyPair.Create(mallory.Id + "#another");
        JsonObject Bare() => mallory.Bare(mallory.NewId("practice"));
        JsonObject With(Action<JsonObject> change)
        {
            var practice = mallory.Practice(mallory.NewId("practice"));
            change(practice["proof"]!.AsObject());
            return practice;
        }

        JsonObject Two(JsonObject good, bool isFirst)
        {
            var (one, other) = (good["proof"]!.DeepClone(), good["proof"]!.DeepClone());
            other["proofValue"] = mallory.Practice(mallory.NewId("practice"))["proof"]!["proofValue"]!.DeepClone();
            good["proof"] = isFirst ? new JsonArray(other, one) : new JsonArray(one, other);
            return good;
        }

        await pole.RefusesAsync(
            new (string What, string Answer, JsonObject Object)[]
            {
                ("none", "403 proof-missing", Bare()),
                ("null", "403 proof-missing", Bare().Set("proof", null)),
                ("by another key under the name of the actor's", "403 proof-wrong", Figure.Prove(Bare(), stranger)),
                ("by a key of another origin", "403 proof-wrong", Figure.Prove(Bare(), foreign)),
                ("by a key that is not listed", "403 proof-wrong", Figure.Prove(Bare(), unlisted)),
                ("by the RSA key", "403 proof-wrong", With(proof => proof["verificationMethod"] = mallory.Rsa.KeyId)),
                ("for another purpose", "403 proof-wrong", With(proof => proof["proofPurpose"] = "authentication")),
                ("of another suite", "403 proof-wrong", With(proof => proof["cryptosuite"] = "eddsa-rdfc-2022")),
                ("of another type", "403 proof-wrong", With(proof => proof["type"] = "RsaSignature2017")),
                ("of tomorrow", "403 proof-wrong", Figure.Prove(Bare(), mallory.Ed25519, TimeProvider.System.GetUtcNow().AddDays(1))),
                ("expired", "403 proof-wrong", With(proof => proof["expires"] = "2026-01-01T00:00:00Z")),
                ("over other words", "403 proof-wrong", mallory.Practice(mallory.NewId("practice")).Set("name", "Autre chose")),
                ("two, the second bad", "403 proof-wrong", Two(mallory.Practice(mallory.NewId("practice")), isFirst: false)),
                ("two, the first bad", "403 proof-wrong", Two(mallory.Practice(mallory.NewId("practice")), isFirst: true)),
                ("empty", "403 proof-wrong", mallory.Practice(mallory.NewId("practice")).Set("proof", new JsonArray())),
            }.Select(each => new Attack("a proof " + each.What, each.Answer, () => pole.PostAsync(mallory.Say(Verbs.Create, each.Object), mallory))),
            mallory.Refetch());
    }

    [Fact, BadInput("keys and proofs")]
    public async Task A_key_that_is_weak_or_of_another_kind_signs_nothing()
    {
        using var weak = System.Security.Cryptography.RSA.Create(1024);
        using var elliptic = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        (string Host, string Pem)[] keys = [("weak.example", weak.ExportSubjectPublicKeyInfoPem()), ("elliptic.example", elliptic.ExportSubjectPublicKeyInfoPem()), ("private.example", pole.Mallory.Rsa.ExportPrivatePem()), ("nonsense.example", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")];
        foreach (var (host, pem) in keys)
        {
            pole.Web.Shows($"http://{host}/a", new JsonObject { ["id"] = $"http://{host}/a", ["type"] = "Person", ["inbox"] = $"http://{host}/i", ["publicKey"] = new JsonObject { ["id"] = $"http://{host}/a#k", ["owner"] = $"http://{host}/a", ["publicKeyPem"] = pem } }.ToJsonString());
        }

        await pole.RefusesAsync(
            keys.Select(each => new Attack(each.Host, "401 key-not-found", async () =>
            {
                using var key = RsaKeyPair.Import($"http://{each.Host}/a#k", pole.Mallory.Rsa.ExportPrivatePem());
                return await pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), key);
            })),
            [.. keys.Select(each => $"GET http://{each.Host}/a")]);
    }
}

internal static class JsonChanges
{
    public static JsonObject Set(this JsonObject document, string member, JsonNode? value)
    {
        document[member] = value;
        return document;
    }
}
