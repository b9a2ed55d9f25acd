using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Tests.Proofs;

/// <summary>A practice of Amira's pole, proved, and ways to spoil it.</summary>
internal static class Documents
{
    public const string KeyId = "https://mahdia.example/pole/01JCZ0000000000000000000AA#ed25519-key";
    public const string Owner = "https://mahdia.example/pole/01JCZ0000000000000000000AA";

    public const string Practice =
        """{"@context":["https://www.w3.org/ns/activitystreams",{"sse":"https://citess.example/ns#"}],"id":"https://mahdia.example/practice/01JCZ","type":"Article","name":"بذور محلية","content":"a\u00e9b","numbers":[1.0,2e-3],"attributedTo":"https://mahdia.example/pole/01JCZ0000000000000000000AA"}""";

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly Ed25519KeyPair Mahdia = Ed25519KeyPair.Create(KeyId);
    public static readonly IVerifier MahdiaKey = VerificationKey.FromMultibase(KeyId, Owner, Mahdia.PublicMultibase)!;

    public static JsonElement Proved(string document = Practice) => JsonElement.Parse(DataIntegrity.Prove(JsonElement.Parse(document), Mahdia, Noon));

    public static JsonElement Changed(Action<JsonObject> change)
    {
        var document = JsonSerializer.Deserialize<JsonObject>(Proved())!;
        change(document);
        return JsonSerializer.SerializeToElement(document);
    }

    public static JsonElement ChangedProof(Action<JsonObject> change) => Changed(document => change(document["proof"]!.AsObject()));

    /// <summary>Signs whatever the proof says, so that only the rule in question stands in the way.</summary>
    public static JsonElement SignedAnyway(Action<JsonObject> change, ISigner? signer = null)
    {
        var document = JsonSerializer.Deserialize<JsonObject>(Practice)!;
        var proof = new JsonObject
        {
            ["@context"] = document["@context"]!.DeepClone(),
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = "eddsa-jcs-2022",
            ["verificationMethod"] = KeyId,
            ["proofPurpose"] = "assertionMethod",
            ["created"] = "2026-11-23T12:00:00Z",
        };
        change(proof);
        var hashes = new[] { proof, document }.SelectMany(part => System.Security.Cryptography.SHA256.HashData(CanonicalJson.Canonicalize(JsonSerializer.SerializeToElement(part)))).ToArray();
        proof["proofValue"] = Multibase.Encode((signer ?? Mahdia).Sign(hashes));
        document["proof"] = proof;
        return JsonSerializer.SerializeToElement(document);
    }

    public static ProofFault? Fault(this JsonElement document) => DataIntegrity.Verify(document, MahdiaKey, Noon);
}
