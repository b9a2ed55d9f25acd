using System.Collections.Frozen;

namespace Citess.ActivityPub.Signatures;

/// <summary>HTTP message signatures by RFC 9421 with Content-Digest by RFC 9530, over requests.</summary>
public static partial class MessageSignatures
{
    internal const string Method = "@method";
    internal const string TargetUri = "@target-uri";
    internal const string ContentDigestName = "content-digest";
    private const string Label = "sig1";

    private static readonly FrozenSet<string> Derived = new[] { Method, TargetUri, "@authority", "@scheme", "@request-target", "@path", "@query" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands in <c>Accept-Signature</c> of an answer that asks for another signature: any key and algorithm that the actor publishes.</summary>
    public const string Wanted = "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created";

    /// <summary>The name of an algorithm in the IANA registry of RFC 9421.</summary>
    internal static string NameOf(KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.RsaSha256 => "rsa-v1_5-sha256",
        KeyAlgorithm.RsaPssSha512 => "rsa-pss-sha512",
        KeyAlgorithm.Ed25519 => "ed25519",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    internal static SignatureFault? TryParse(IReadOnlyList<string> inputs, IReadOnlyList<string> signatures, out MessageSignature signature)
    {
        signature = null!;
        if (!StructuredReader.TryReadDictionary(inputs, out var declared) || !StructuredReader.TryReadDictionary(signatures, out var made))
        {
            return SignatureFault.Malformed;
        }

        if (declared.Count == 0 || made.Count == 0)
        {
            return SignatureFault.Missing;
        }

        // One request, one signature: which of two is meant for us would be mallory's to say.
        if (declared.Count > 1 || made.Count > 1)
        {
            return SignatureFault.Several;
        }

        var (label, input) = declared.First();
        return made.TryGetValue(label, out var value) && value is { Items: null, Parameters.Count: 0, Value.Bytes: { Length: > 0 } bytes }
            ? Read(input, bytes, out signature)
            : SignatureFault.Malformed;
    }

    private static SignatureFault? Read(FieldMember input, byte[] bytes, out MessageSignature signature)
    {
        signature = null!;
        if (input.Items is not { } covered || !TryAlgorithm(input["alg"], out var algorithm, out var isKnown)
            || input["keyid"]?.Text is not { Length: > 0 } keyId
            || !TrySeconds(input["created"], out var created) || !TrySeconds(input["expires"], out var expires))
        {
            return SignatureFault.Malformed;
        }

        if (!isKnown)
        {
            return SignatureFault.UnknownAlgorithm;
        }

        if (covered.Count == 0)
        {
            return SignatureFault.NothingCovered;
        }

        if (!AreSound(covered))
        {
            return SignatureFault.Malformed;
        }

        signature = new(keyId, algorithm, input, bytes, created, expires);
        return null;
    }

    private static bool AreSound(IReadOnlyList<FieldItem> covered)
    {
        for (var i = 0; i < covered.Count; i++)
        {
            // No component that a request of this field needs has a parameter, and each would be a second way to read the message.
            if (covered[i].Parameters.Count > 0 || covered[i].Value.Text is not { Length: > 0 } name
                || !(name[0] == '@' ? Derived.Contains(name) : IsFieldName(name)))
            {
                return false;
            }

            for (var before = 0; before < i; before++)
            {
                if (covered[before].Value == covered[i].Value)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsFieldName(string name) => !name.AsSpan().ContainsAnyExcept(FieldNames);

    private static readonly System.Buffers.SearchValues<char> FieldNames = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    private static bool TryAlgorithm(BareItem? named, out KeyAlgorithm? algorithm, out bool isKnown)
    {
        var name = named?.Text;
        algorithm = name switch
        {
            "rsa-v1_5-sha256" => KeyAlgorithm.RsaSha256,
            "rsa-pss-sha512" => KeyAlgorithm.RsaPssSha512,
            "ed25519" => KeyAlgorithm.Ed25519,
            _ => null,
        };
        isKnown = named is null || algorithm is not null;
        return named is null || name is not null;
    }

    private static bool TrySeconds(BareItem? given, out long? seconds)
    {
        // The range of DateTimeOffset, so that nothing after this can overflow.
        seconds = given?.Integer;
        return given is null || seconds is >= 0 and <= 253_402_300_799;
    }
}
