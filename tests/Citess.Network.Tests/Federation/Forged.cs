using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;

namespace Citess.Network.Tests.Federation;

/// <summary>Documents of another pole as somebody else would make them, in good order but for whose key it is.</summary>
internal static class Forged
{
    /// <summary>The actor with a key of mallory's in the place of its own.</summary>
    public static string Actor(JsonElement actor, Ed25519KeyPair key)
    {
        var document = Bare(actor);
        document["assertionMethod"] = new JsonArray(new JsonObject { ["id"] = key.KeyId, ["type"] = "Multikey", ["controller"] = document["id"]!.GetValue<string>(), ["publicKeyMultibase"] = key.PublicMultibase });
        document["revision"] = 1000;
        return Prove(document, key);
    }

    public static string Practice(string signed, int revision, Ed25519KeyPair key)
    {
        var document = Bare(JsonElement.Parse(signed));
        document["revision"] = revision;
        return Prove(document, key);
    }

    private static JsonObject Bare(JsonElement signed)
    {
        var document = JsonNode.Parse(signed.GetRawText())!.AsObject();
        document.Remove("proof");
        return document;
    }

    private static string Prove(JsonObject document, Ed25519KeyPair key) =>
        Encoding.UTF8.GetString(DataIntegrity.Prove(JsonElement.Parse(document.ToJsonString()), key, TimeProvider.System.GetUtcNow()));
}
