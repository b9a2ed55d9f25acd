using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Proofs;

/// <summary>The features of FEP-8b32 and the eddsa-jcs-2022 vector of W3C vc-di-eddsa, which share one key pair.</summary>
public sealed class ProofVectorTests
{
    private const string Secret = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
    private const string Public = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private const string FepKey = "https://server.example/users/alice#ed25519-key";
    private const string W3cKey = $"did:key:{Public}#{Public}";
    private const string FepValue = "z42ffGu6AUKPCFcFPiabmUvnGLPJzC7e4DGWC52NUasSSH37UMa9c58tdgVszUcZfytxa4fQ5TYHaJENCxUDe9SdL";
    private const string W3cValue = "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";

    private const string FepDocument =
        """
        {
            "@context": [
                "https://www.w3.org/ns/activitystreams",
                "https://w3id.org/security/data-integrity/v2"
            ],
            "id": "https://server.example/activities/1",
            "type": "Create",
            "actor": "https://server.example/users/alice",
            "object": {
                "id": "https://server.example/objects/1",
                "type": "Note",
                "attributedTo": "https://server.example/users/alice",
                "content": "Hello world",
                "location": {
                    "type": "Place",
                    "longitude": -71.184902,
                    "latitude": 25.273962
                }
            }
        }
        """;

    private const string W3cDocument =
        """
        {
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://www.w3.org/ns/credentials/examples/v2"
            ],
            "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
            "type": ["VerifiableCredential", "AlumniCredential"],
            "name": "Alumni Credential",
            "description": "A minimum viable example of an Alumni Credential.",
            "issuer": "https://vc.example/issuers/5678",
            "validFrom": "2023-01-01T00:00:00Z",
            "credentialSubject": {
                "id": "did:example:abcdefgh",
                "alumniOf": "The School of Examples"
            }
        }
        """;

    private static readonly DateTimeOffset Created = DateTimeOffset.Parse("2023-02-24T23:36:38Z", CultureInfo.InvariantCulture);

    private static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Canonicalize(JsonElement.Parse(json))));

    [Theory]
    [InlineData(FepDocument, FepKey, FepValue)]
    [InlineData(W3cDocument, W3cKey, W3cValue)]
    public void The_published_document_gets_the_published_proof(string document, string keyId, string proofValue)
    {
        using var key = Ed25519KeyPair.Import(keyId, Secret);
        var proof = JsonElement.Parse(DataIntegrity.Prove(JsonElement.Parse(document), key, Created)).GetProperty("proof");
        Assert.Equal(proofValue, proof.GetProperty("proofValue").GetString());
        Assert.Equal("2023-02-24T23:36:38Z", proof.GetProperty("created").GetString());
        Assert.Equal(keyId, proof.GetProperty("verificationMethod").GetString());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(document).GetProperty("@context"), proof.GetProperty("@context")));
        Assert.Equal(7, proof.GetPropertyCount());
    }

    [Theory]
    [InlineData(FepDocument, FepKey, FepValue)]
    [InlineData(W3cDocument, W3cKey, W3cValue)]
    public void The_published_proof_verifies(string document, string keyId, string proofValue)
    {
        var signed = JsonSerializer.Deserialize<JsonObject>(document)!;
        signed["proof"] = new JsonObject
        {
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = "eddsa-jcs-2022",
            ["created"] = "2023-02-24T23:36:38Z",
            ["verificationMethod"] = keyId,
            ["proofPurpose"] = "assertionMethod",
            ["@context"] = signed["@context"]!.DeepClone(),
            ["proofValue"] = proofValue,
        };
        var element = JsonSerializer.SerializeToElement(signed);
        var key = VerificationKey.FromMultibase(keyId, "owner", Public)!;
        Assert.Equal(keyId, DataIntegrity.VerificationMethod(element));
        Assert.Null(DataIntegrity.Verify(element, key, Created));
        Assert.Null(DataIntegrity.Verify(element, key, Created.AddYears(20)));
        signed["object"] = "mallory";
        Assert.Equal(ProofFault.Mismatch, DataIntegrity.Verify(JsonSerializer.SerializeToElement(signed), key, Created));
    }

    [Fact]
    public void The_W3C_vector_agrees_at_each_step()
    {
        Assert.Equal(
            """{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"credentialSubject":{"alumniOf":"The School of Examples","id":"did:example:abcdefgh"},"description":"A minimum viable example of an Alumni Credential.","id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"https://vc.example/issuers/5678","name":"Alumni Credential","type":["VerifiableCredential","AlumniCredential"],"validFrom":"2023-01-01T00:00:00Z"}""",
            Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonElement.Parse(W3cDocument))));
        Assert.Equal("59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19", Hash(W3cDocument));
        Assert.Equal(
            "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db",
            Hash($$"""{"type":"DataIntegrityProof","cryptosuite":"eddsa-jcs-2022","created":"2023-02-24T23:36:38Z","verificationMethod":"{{W3cKey}}","proofPurpose":"assertionMethod","@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"]}"""));
        Assert.Equal(
            "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b80351da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808",
            Convert.ToHexStringLower(Multibase.Decode(W3cValue)!));
    }
}
