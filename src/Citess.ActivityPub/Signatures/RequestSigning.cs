namespace Citess.ActivityPub.Signatures;

/// <summary>Signs a request in a dialect.</summary>
internal static class RequestSigning
{
    /// <summary>The headers that sign this request with the key that the dialect asks for; <paramref name="signer"/> must have it.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(this SignatureDialect dialect, ISigner signer, string method, Uri target, RequestBody? body, DateTimeOffset now) => dialect switch
    {
        SignatureDialect.Cavage => Cavage.Sign(signer.For(KeyAlgorithm.RsaSha256)!, method, target, body?.Sha256, now),
        SignatureDialect.Rfc9421Rsa => MessageSignatures.Sign(signer.For(KeyAlgorithm.RsaSha256)!, method, target, body?.Sha256, now),
        SignatureDialect.Rfc9421Ed25519 => MessageSignatures.Sign(signer.For(KeyAlgorithm.Ed25519)!, method, target, body?.Sha256, now),
        _ => throw new ArgumentOutOfRangeException(nameof(dialect)),
    };

    /// <summary>The values of <c>Accept-Signature</c>.</summary>
    public static IReadOnlyList<string> AcceptSignature(this HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Accept-Signature", out var values) ? [.. values] : [];
}
