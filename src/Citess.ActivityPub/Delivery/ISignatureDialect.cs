using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Delivery;

/// <summary>One way to sign a request; which one a peer takes is the caller's knowledge.</summary>
public interface ISignatureDialect
{
    /// <summary>The headers that sign this request.</summary>
    IReadOnlyList<KeyValuePair<string, string>> Sign(ISigner signer, string method, Uri target, ReadOnlySpan<byte> body, DateTimeOffset now);
}

/// <summary>draft-cavage-http-signatures-12 with Digest, which every server understands.</summary>
public sealed class CavageDialect : ISignatureDialect
{
    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> Sign(ISigner signer, string method, Uri target, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        Cavage.Sign(signer, method, target, body, now);
}
