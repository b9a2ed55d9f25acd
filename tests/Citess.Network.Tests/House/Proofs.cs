using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Reads proofs as anybody could: with nothing but the document and the actor.</summary>
public static class Proofs
{
    /// <summary>Fails unless the actor's own Ed25519 key, as its document lists it, made the proof.</summary>
    public static void Holds(JsonElement document, JsonElement actor) => Assert.Null(Verify(document, actor));

    public static bool DoesHold(JsonElement document, JsonElement actor) => Verify(document, actor) is null;

    private static ProofFault? Verify(JsonElement document, JsonElement actor)
    {
        var method = actor.GetProperty("assertionMethod") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().Single() : actor.GetProperty("assertionMethod");
        var key = VerificationKey.FromMultibase(method.GetProperty("id").GetString()!, actor.GetProperty("id").GetString()!, method.GetProperty("publicKeyMultibase").GetString()!);
        Assert.NotNull(key);
        Assert.Equal(KeyAlgorithm.Ed25519, key.Algorithm);
        return DataIntegrity.Verify(document, key, TimeProvider.System.GetUtcNow());
    }
}
