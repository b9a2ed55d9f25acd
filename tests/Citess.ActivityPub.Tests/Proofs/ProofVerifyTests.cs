using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Proofs;

public sealed class ProofVerifyTests
{
    [Fact]
    public void A_document_written_again_in_another_order_still_verifies()
    {
        Assert.Null(Documents.Proved().Fault());
        Assert.Null(Documents.Changed(d =>
        {
            var id = d["id"]!.DeepClone();
            d.Remove("id");
            d["id"] = id;
        }).Fault());
    }

    [Fact]
    public void A_document_changed_anywhere_is_refused()
    {
        foreach (var name in JsonElement.Parse(Documents.Practice).EnumerateObject().Select(m => m.Name))
        {
            Assert.Equal(ProofFault.Mismatch, Documents.Changed(d => d[name] = "mallory").Fault());
            Assert.Equal(ProofFault.Mismatch, Documents.Changed(d => d.Remove(name)).Fault());
        }

        Assert.Equal(ProofFault.Mismatch, Documents.Changed(d => d["revision"] = 2).Fault());
        Assert.Equal(ProofFault.Mismatch, Documents.Changed(d => d["numbers"]!.AsArray().Add(0)).Fault());
    }

    [Fact]
    public void A_proof_value_with_any_byte_changed_is_refused()
    {
        var value = Multibase.Decode(Documents.Proved().GetProperty("proof").GetProperty("proofValue").GetString()!)!;
        for (var i = 0; i < value.Length; i++)
        {
            byte[] changed = [.. value];
            changed[i] ^= 1;
            Assert.Equal(ProofFault.Mismatch, Documents.ChangedProof(p => p["proofValue"] = Multibase.Encode(changed)).Fault());
        }
    }

    [Fact]
    public void What_the_proof_says_is_signed_too()
    {
        Assert.Equal(ProofFault.Mismatch, Documents.ChangedProof(p => p["created"] = "2026-11-23T11:59:59Z").Fault());
        Assert.Equal(ProofFault.Mismatch, Documents.ChangedProof(p => p["expires"] = "2027-11-23T12:00:00Z").Fault());
        Assert.Equal(ProofFault.Mismatch, Documents.ChangedProof(p => p["nonce"] = "mallory").Fault());
        Assert.Equal(ProofFault.Mismatch, Documents.ChangedProof(p => p["@context"] = "https://mallory.example/").Fault());
    }

    [Fact]
    public void A_document_without_a_proof_is_refused()
    {
        Assert.Equal(ProofFault.Missing, Documents.Changed(d => d.Remove("proof")).Fault());
        Assert.Equal(ProofFault.Missing, Documents.Changed(d => d["proof"] = null).Fault());
        Assert.Equal(ProofFault.Missing, Documents.Changed(d => d["proof"] = new JsonArray()).Fault());
    }

    [Fact]
    public void A_proof_may_stand_alone_in_a_list()
    {
        var document = Documents.Changed(d => d["proof"] = new JsonArray(d["proof"]!.DeepClone()));
        Assert.Null(document.Fault());
        Assert.Equal(Documents.KeyId, DataIntegrity.VerificationMethod(document));
    }

    [Fact]
    public void Two_proofs_are_refused_whichever_of_them_is_good()
    {
        JsonElement Two(Func<JsonNode, JsonNode[]> proofs) => Documents.Changed(d => d["proof"] = new JsonArray(proofs(d["proof"]!.DeepClone())));
        Assert.Equal(ProofFault.Several, Two(good => [good, good.DeepClone()]).Fault());
        Assert.Equal(ProofFault.Several, Two(good => [good, new JsonObject()]).Fault());
        Assert.Equal(ProofFault.Several, Two(good => [new JsonObject(), good]).Fault());
        Assert.Null(DataIntegrity.VerificationMethod(Two(good => [good, good.DeepClone()])));
        var raw = Documents.Proved().GetRawText();
        Assert.Equal(ProofFault.Several, JsonElement.Parse(raw[..^1] + ",\"pro\\u006ff\":{}}").Fault());
    }

    [Theory]
    [InlineData("type", "Ed25519Signature2020", ProofFault.WrongSuite)]
    [InlineData("type", null, ProofFault.WrongSuite)]
    [InlineData("cryptosuite", "eddsa-rdfc-2022", ProofFault.WrongSuite)]
    [InlineData("cryptosuite", "none", ProofFault.WrongSuite)]
    [InlineData("cryptosuite", null, ProofFault.WrongSuite)]
    [InlineData("proofPurpose", "authentication", ProofFault.WrongPurpose)]
    [InlineData("proofPurpose", null, ProofFault.WrongPurpose)]
    [InlineData("verificationMethod", "", ProofFault.Malformed)]
    [InlineData("verificationMethod", null, ProofFault.Malformed)]
    [InlineData("verificationMethod", "https://mallory.example/#ed25519-key", ProofFault.WrongKey)]
    [InlineData("verificationMethod", "https://mahdia.example/pole/01JCZ0000000000000000000AA#other", ProofFault.WrongKey)]
    [InlineData("created", null, ProofFault.Malformed)]
    [InlineData("created", "yesterday", ProofFault.Malformed)]
    [InlineData("created", "2026-11-23T12:00:00", ProofFault.Malformed)]
    [InlineData("created", "2026-11-23", ProofFault.Malformed)]
    [InlineData("created", "2026-02-30T12:00:00Z", ProofFault.Malformed)]
    [InlineData("created", "2026-11-23T12:00:59.9Z", null)]
    [InlineData("created", "2026-11-23T11:59:59.123456789Z", null)]
    [InlineData("created", "2026-11-23T12:59:59.999999999+01:00", null)]
    [InlineData("created", "2026-11-23T11:59:59.1234567891234Z", ProofFault.Malformed)]
    [InlineData("created", "2026-11-23T12:01:00Z", null)]
    [InlineData("created", "2026-11-23T12:01:01Z", ProofFault.FromTheFuture)]
    [InlineData("created", "2026-11-23T13:00:00+01:00", null)]
    [InlineData("created", "2001-01-01T00:00:00Z", null)]
    [InlineData("expires", "2026-11-23T12:00:01Z", null)]
    [InlineData("expires", "later", ProofFault.Malformed)]
    [InlineData("expires", "2026-11-23T12:00:00Z", ProofFault.Malformed)]
    [InlineData("expires", "2026-11-23T11:00:00Z", ProofFault.Malformed)]
    [InlineData("domain", "mahdia.example", null)]
    public void A_proof_that_is_well_signed_is_taken_only_by_the_rules(string name, string? value, ProofFault? fault) =>
        Assert.Equal(fault, Documents.SignedAnyway(proof => proof[name] = value).Fault());

    [Fact]
    public void A_proof_ends_when_it_says()
    {
        var document = Documents.SignedAnyway(proof => proof["expires"] = "2026-11-23T13:00:00Z");
        Assert.Null(DataIntegrity.Verify(document, Documents.MahdiaKey, Documents.Noon.AddMinutes(59)));
        Assert.Equal(ProofFault.Expired, DataIntegrity.Verify(document, Documents.MahdiaKey, Documents.Noon.AddMinutes(60)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("zz")]
    [InlineData("mallory")]
    [InlineData("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    public void A_proof_value_that_is_no_signature_is_refused(string value) =>
        Assert.Equal(ProofFault.Malformed, Documents.ChangedProof(p => p["proofValue"] = value).Fault());

    [Fact]
    public void A_proof_of_another_form_is_refused()
    {
        Assert.Equal(ProofFault.Malformed, Documents.Changed(d => d["proof"] = "mallory").Fault());
        Assert.Equal(ProofFault.Malformed, Documents.Changed(d => d["proof"] = new JsonArray("mallory")).Fault());
        Assert.Equal(ProofFault.Malformed, Documents.ChangedProof(p => p["proofValue"] = 1).Fault());
        Assert.Equal(ProofFault.Malformed, Documents.ChangedProof(p => p.Remove("proofValue")).Fault());
        Assert.Equal(ProofFault.Malformed, JsonElement.Parse("[1]").Fault());
        Assert.Equal(ProofFault.Malformed, default(JsonElement).Fault());
        Assert.Null(DataIntegrity.VerificationMethod(JsonElement.Parse("\"proof\"")));
    }

    [Theory]
    [InlineData("\"a\":1e999,")]
    [InlineData("\"a\":\"\\ud800\",")]
    [InlineData("\"a\\ud800\":1,")]
    [InlineData("\"pro\\ud800\":1,")]
    [InlineData("\"a\":1,\"a\":1,")]
    public void A_document_without_a_canonical_form_is_refused_and_nothing_is_thrown(string member) =>
        Assert.Equal(ProofFault.Malformed, JsonElement.Parse("{" + member + Documents.Proved().GetRawText()[1..]).Fault());

    [Fact]
    public void Another_key_under_the_same_name_is_refused()
    {
        using var mallory = Ed25519KeyPair.Create(Documents.KeyId);
        var document = Documents.SignedAnyway(_ => { }, mallory);
        Assert.Equal(ProofFault.Mismatch, document.Fault());
        Assert.Null(DataIntegrity.Verify(document, VerificationKey.FromMultibase(Documents.KeyId, Documents.Owner, mallory.PublicMultibase)!, Documents.Noon));
    }

    [Fact]
    public void RSA_where_Ed25519_is_due_is_refused()
    {
        using var rsa = RsaKeyPair.Create(Documents.KeyId);
        var key = VerificationKey.FromPem(Documents.KeyId, Documents.Owner, rsa.PublicPem)!;
        Assert.Equal(ProofFault.WrongKey, DataIntegrity.Verify(Documents.Proved(), key, Documents.Noon));
    }

    [Fact]
    public void A_context_that_goes_on_after_the_signed_one_is_refused() =>
        Assert.Equal(ProofFault.Mismatch, Documents.Changed(d => d["@context"]!.AsArray().Add("https://mallory.example/renamed")).Fault());

    [Fact]
    public void A_context_left_out_of_the_proof_may_have_been_signed_or_not()
    {
        Assert.Null(Documents.ChangedProof(p => p.Remove("@context")).Fault());
        Assert.Null(Documents.SignedAnyway(p => p.Remove("@context")).Fault());
        var renamed = Documents.Changed(d =>
        {
            d["proof"]!.AsObject().Remove("@context");
            d["@context"] = "https://mallory.example/";
        });
        Assert.Equal(ProofFault.Mismatch, renamed.Fault());
    }

    [Fact]
    public void A_linked_data_signature_beside_the_proof_neither_helps_nor_harms()
    {
        var signature = new JsonObject { ["type"] = "RsaSignature2017", ["signatureValue"] = "AAAA" };
        Assert.Null(Documents.Changed(d => d["signature"] = signature.DeepClone()).Fault());
        Assert.Equal(ProofFault.Mismatch, Documents.Changed(d => d["signature"] = "mallory").Fault());
        Assert.Equal(ProofFault.Missing, Documents.Changed(d =>
        {
            d.Remove("proof");
            d["signature"] = signature.DeepClone();
        }).Fault());
    }

    [Fact]
    public void A_proof_inside_the_object_is_not_the_proof_of_the_activity()
    {
        var practice = Documents.Proved().GetRawText();
        var activity = $$"""{"type":"Create","object":{{practice}}}""";
        Assert.Equal(ProofFault.Missing, JsonElement.Parse(activity).Fault());
        var proved = JsonElement.Parse(DataIntegrity.Prove(JsonElement.Parse(activity), Documents.Mahdia, Documents.Noon));
        Assert.Null(proved.Fault());
        Assert.Null(proved.GetProperty("object").Fault());
    }
}
