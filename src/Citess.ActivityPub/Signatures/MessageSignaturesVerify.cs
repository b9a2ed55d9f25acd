using System.Text;

namespace Citess.ActivityPub.Signatures;

/// <content>Verifying.</content>
public static partial class MessageSignatures
{
    internal static SignatureFault? Verify(MessageSignature signature, SignedMessage message, ReadOnlySpan<byte> body, bool hasBody, IVerifier key, DateTimeOffset now)
    {
        // Where no algorithm is named, the key has one of its own; a named one must be one that the key makes.
        if (signature.KeyId != key.KeyId || (signature.Algorithm is { } named ? key.For(named) : key) is not { } verifier)
        {
            return SignatureFault.WrongKey;
        }

        hasBody |= !body.IsEmpty;
        if (!CoversEnough(signature, message.Target, hasBody))
        {
            return SignatureFault.NotCovered;
        }

        if (signature.Created is null)
        {
            return SignatureFault.NoTime;
        }

        return SignatureWindow.Fault(signature.Created, signature.Expires, now)
            ?? (signature.Covers(ContentDigestName) ? ContentDigest.Fault(message.Header(ContentDigestName), body) : null)
            ?? (Base(signature.Input, message) is { } text && verifier.Verify(text, signature.Signature) ? null : SignatureFault.Mismatch);
    }

    /// <summary>The signature base of RFC 9421 §2.5; null when a component is not to be had, or has something in it that may not be signed.</summary>
    internal static byte[]? Base(FieldMember input, SignedMessage message)
    {
        var text = new StringBuilder(512);
        foreach (var item in input.Items!)
        {
            if (ValueOf(item.Value.Text!, message) is not { } value || value.AsSpan().ContainsAnyExcept(Signable))
            {
                return null;
            }

            item.Write(text);
            text.Append(": ").Append(value).Append('\n');
        }

        input.Write(text.Append("\"@signature-params\": "));
        var bytes = new byte[text.Length];
        var length = 0;
        foreach (var chunk in text.GetChunks())
        {
            length += Encoding.ASCII.GetBytes(chunk.Span, bytes.AsSpan(length));
        }

        return bytes;
    }

    /// <summary>A signature that leaves one of these out could be replayed to another path, to another host, or with another body.</summary>
    private static bool CoversEnough(MessageSignature signature, string target, bool hasBody)
    {
        var coversPath = signature.Covers("@request-target")
            || (signature.Covers("@path") && (signature.Covers("@query") || !target.Contains('?', StringComparison.Ordinal)));
        var coversHost = signature.Covers("@authority") || signature.Covers("host");
        return signature.Covers(Method) && (signature.Covers(TargetUri) || (coversHost && coversPath)) && (!hasBody || signature.Covers(ContentDigestName));
    }

    // RFC 9421 §2.5 has ASCII alone; a line break inside a value would let one component pass as two.
    private static readonly System.Buffers.SearchValues<char> Signable = System.Buffers.SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(i => (char)i), '\t']);

    private static string? ValueOf(string component, SignedMessage message)
    {
        var query = component is "@path" or "@query" ? message.Target.IndexOf('?', StringComparison.Ordinal) : -1;
        return component switch
        {
            Method => message.Method,
            TargetUri => $"{message.Scheme}://{message.Host}{message.Target}",
            "@authority" or "host" => message.Host,
            "@scheme" => message.Scheme,
            "@request-target" => message.Target,
            "@path" => query < 0 ? message.Target : message.Target[..query],
            "@query" => query < 0 ? "?" : message.Target[query..],
            _ => Joined(message.Header(component)),
        };
    }

    private static string? Joined(IReadOnlyList<string> values) => values.Count switch
    {
        0 => null,
        1 => values[0].Trim(),
        _ => string.Join(", ", values.Select(value => value.Trim())),
    };
}
