using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Proofs;

/// <summary>The one proof of a document, read and not yet believed.</summary>
internal sealed record Proof(JsonElement Options, string VerificationMethod, byte[] Value, DateTimeOffset Created, DateTimeOffset? Expires)
{
    private const int SignatureSize = 64;
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Null when the document has exactly one proof of the form, suite and purpose that are taken.</summary>
    public static ProofFault? TryRead(JsonElement document, out Proof proof)
    {
        proof = null!;
        try
        {
            return document.ValueKind == JsonValueKind.Object ? Read(document, out proof) : ProofFault.Malformed;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, from a document that did not come through StrictJson.
            return ProofFault.Malformed;
        }
    }

    private static ProofFault? Read(JsonElement document, out Proof proof)
    {
        proof = null!;
        if (Single(document, out var options) is { } fault)
        {
            return fault;
        }

        if (Text(options, "type") != DataIntegrity.Type || Text(options, "cryptosuite") != DataIntegrity.Suite)
        {
            return ProofFault.WrongSuite;
        }

        if (Text(options, "proofPurpose") != DataIntegrity.Purpose)
        {
            return ProofFault.WrongPurpose;
        }

        return TryReadRest(options, out proof) ? null : ProofFault.Malformed;
    }

    private static ProofFault? Single(JsonElement document, out JsonElement options)
    {
        if (!document.TryGetProperty("proof", out options) || options.ValueKind == JsonValueKind.Null)
        {
            return ProofFault.Missing;
        }

        var count = 0;
        foreach (var member in document.EnumerateObject())
        {
            count += member.NameEquals("proof"u8) ? 1 : 0;
        }

        if (count > 1)
        {
            return ProofFault.Several;
        }

        if (options.ValueKind == JsonValueKind.Array)
        {
            switch (options.GetArrayLength())
            {
                case 0:
                    return ProofFault.Missing;
                case > 1:
                    return ProofFault.Several;
                default:
                    options = options[0];
                    break;
            }
        }

        return options.ValueKind == JsonValueKind.Object ? null : ProofFault.Malformed;
    }

    private static bool TryReadRest(JsonElement options, out Proof proof)
    {
        proof = null!;
        if (Text(options, "verificationMethod") is not { Length: > 0 } method
            || Text(options, "proofValue") is not { } encoded || Multibase.Decode(encoded) is not { Length: SignatureSize } value
            || Time(options, "created") is not { } created)
        {
            return false;
        }

        var expires = Time(options, "expires");
        if ((expires is null && options.TryGetProperty("expires", out _)) || expires <= created)
        {
            return false;
        }

        proof = new Proof(options, method, value, created, expires);
        return true;
    }

    private static string? Text(JsonElement options, string name) =>
        options.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>XML Schema's dateTimeStamp, which must name its zone: a time without one would mean another moment on another machine. Fedify writes nanoseconds.</summary>
    private static DateTimeOffset? Time(JsonElement options, string name) =>
        Text(options, name) is { Length: > 19 } text
            && (text[^1] == 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(ToTicks(text), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    // The bytes that were proved stay as they came; to compare times, seven digits of a second are enough.
    private static string ToTicks(string text)
    {
        const int Fraction = 20;
        var end = text.Length > Fraction && text[Fraction - 1] == '.' ? text.AsSpan(Fraction).IndexOfAnyExceptInRange('0', '9') : 0;
        return end is > 7 and <= 12 ? text.Remove(Fraction + 7, end - 7) : text;
    }
}
