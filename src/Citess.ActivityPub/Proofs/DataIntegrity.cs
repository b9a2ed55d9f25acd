using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Proofs;

/// <summary>Object integrity proofs of FEP-8b32 in the suite <c>eddsa-jcs-2022</c> of W3C vc-di-eddsa, section 3.3.</summary>
public static class DataIntegrity
{
    internal const string Type = "DataIntegrityProof";
    internal const string Suite = "eddsa-jcs-2022";
    internal const string Purpose = "assertionMethod";

    private const string Context = "@context";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The bytes of <paramref name="document"/> exactly as it was parsed, with its proof appended as the last member;
    /// throws <see cref="ArgumentException"/> when it is no object, has a <c>proof</c> or <c>signature</c> already, or the key is not Ed25519,
    /// and <see cref="JsonException"/> when it has no canonical form.
    /// </summary>
    public static byte[] Prove(JsonElement document, ISigner ed25519, DateTimeOffset created)
    {
        if (ed25519.Algorithm != KeyAlgorithm.Ed25519)
        {
            throw new ArgumentException($"{Suite} is signed with Ed25519.", nameof(ed25519));
        }

        if (document.ValueKind != JsonValueKind.Object || document.TryGetProperty("proof", out _) || document.TryGetProperty("signature", out _))
        {
            throw new ArgumentException("A proof is made once, over an object without one.", nameof(document));
        }

        using var options = JsonDocument.Parse(WriteProof(document, ed25519.KeyId, created, proofValue: null));
        var hash = HashOf(CanonicalJson.Members(options.RootElement), CanonicalJson.Members(document));
        var proof = WriteProof(document, ed25519.KeyId, created, Multibase.Encode(ed25519.Sign(hash)));

        var raw = JsonMarshal.GetRawUtf8Value(document);
        var separator = document.GetPropertyCount() == 0 ? ""u8 : ","u8;
        return [.. raw[..^1], .. separator, .. "\"proof\":"u8, .. proof.Span, .. "}"u8];
    }

    /// <summary>
    /// Null when <paramref name="key"/> made the document's only proof over everything else in it, not later than <paramref name="now"/>, nor after the key was <paramref name="retired"/>, and not expired; else the first fault.
    /// Whether the key may speak for the document is the caller's to check. Never throws.
    /// </summary>
    public static ProofFault? Verify(JsonElement document, IVerifier key, DateTimeOffset now, DateTimeOffset? retired = null) =>
        Verify(document, method => method == key.KeyId && key.Algorithm == KeyAlgorithm.Ed25519 ? (key, retired) : null, now);

    /// <summary>The same, with the key that stands under the address that the proof names; <see cref="ProofFault.WrongKey"/> when <paramref name="find"/> knows none.</summary>
    internal static ProofFault? Verify(JsonElement document, Func<string, (IVerifier Key, DateTimeOffset? Retired)?> find, DateTimeOffset now)
    {
        if (Proof.TryRead(document, out var proof) is { } fault)
        {
            return fault;
        }

        if (find(proof.VerificationMethod) is not var (key, retired))
        {
            return ProofFault.WrongKey;
        }

        if (proof.Created - now > Skew)
        {
            return ProofFault.FromTheFuture;
        }

        if (proof.Expires <= now || proof.Created - retired > Skew)
        {
            return ProofFault.Expired;
        }

        try
        {
            return IsSigned(document, proof, key) ? null : ProofFault.Mismatch;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A name or a text that is no Unicode, from a document that did not come through StrictJson.
            return ProofFault.Malformed;
        }
    }

    /// <summary>The address of the key that is said to have made the proof; null when there is not exactly one well-formed proof.</summary>
    public static string? VerificationMethod(JsonElement document) =>
        Proof.TryRead(document, out var proof) is null ? proof.VerificationMethod : null;

    private static bool IsSigned(JsonElement document, Proof proof, IVerifier key)
    {
        var members = CanonicalJson.Members(document);
        // FEP-8b32: a linked data signature was laid over the proof, and is no part of what the proof covers. It is never trusted here.
        members.RemoveAll(m => m.NameEquals("proof"u8) || (m.NameEquals("signature"u8) && m.Value.ValueKind == JsonValueKind.Object));
        var options = CanonicalJson.Members(proof.Options);
        options.RemoveAll(m => m.NameEquals("proofValue"u8));

        var ofDocument = members.FindAll(m => m.NameEquals(Context));
        var ofProof = options.FindAll(m => m.NameEquals(Context));
        if (ofProof.Count == 0)
        {
            // Some leave the context out of the proof that they send though they signed it as the document's.
            return key.Verify(HashOf(options, members), proof.Value)
                || (ofDocument.Count > 0 && key.Verify(HashOf([.. options, .. ofDocument], members), proof.Value));
        }

        // The suite lets the document's context go on after the proof's, unsigned: terms could be given another meaning there.
        return IsSame(ofProof, ofDocument)
            && key.Verify(HashOf(options, members), proof.Value);
    }

    private static bool IsSame(List<JsonProperty> one, List<JsonProperty> other) =>
        (one.Count == 1 && other.Count == 1 && JsonMarshal.GetRawUtf8Value(one[0].Value).SequenceEqual(JsonMarshal.GetRawUtf8Value(other[0].Value)))
        || CanonicalJson.CanonicalizeMembers(one).SequenceEqual(CanonicalJson.CanonicalizeMembers(other));

    private static byte[] HashOf(List<JsonProperty> options, List<JsonProperty> document)
    {
        var hash = new byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(CanonicalJson.CanonicalizeMembers(options), hash);
        SHA256.HashData(CanonicalJson.CanonicalizeMembers(document), hash.AsSpan(SHA256.HashSizeInBytes));
        return hash;
    }

    private static ReadOnlyMemory<byte> WriteProof(JsonElement document, string keyId, DateTimeOffset created, string? proofValue)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, Unescaped))
        {
            json.WriteStartObject();
            if (document.TryGetProperty(Context, out var context))
            {
                json.WritePropertyName(Context);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(context), skipInputValidation: true);
            }

            json.WriteString("type", Type);
            json.WriteString("cryptosuite", Suite);
            json.WriteString("verificationMethod", keyId);
            json.WriteString("proofPurpose", Purpose);
            json.WriteString("created", created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (proofValue is not null)
            {
                json.WriteString("proofValue", proofValue);
            }

            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }
}
