using System.Security.Cryptography;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Fetching;

/// <summary>Fetches bytes that a signed document names by their hash; what is not these bytes is not used, whoever gives it.</summary>
/// <param name="client">The client of <see cref="SafeHttp"/>.</param>
/// <param name="options">Its options.</param>
/// <param name="time">The clock.</param>
/// <param name="dialects">What each host takes; without it, every host gets draft-cavage and no second try.</param>
/// <param name="hosts">Which hosts nothing is asked of; without it, none is closed.</param>
public sealed class BlobFetcher(HttpClient client, SafeHttpOptions options, TimeProvider time, PeerDialects? dialects = null, IHostPolicy? hosts = null)
{
    private readonly JsonFetcher bytes = new(client, options, time, dialects, hosts);

    /// <summary>Gets the bytes with this SHA-256, exact media type and size, where that is known. Others are refused: by type, by size, or as malformed.</summary>
    public async Task<FetchResult> FetchAsync(string url, ReadOnlyMemory<byte> sha256, int? size, string mediaType, FetchBudget budget, ISigner? signer = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var answer = await bytes.GetAsync(url, mediaType, type => string.Equals(type, mediaType, StringComparison.OrdinalIgnoreCase), budget, signer, token, isJson: false);
        return answer switch
        {
            FetchResult.Fetched fetched when fetched.Bytes.Length > size => new FetchResult.Refused(FetchFault.TooLarge),
            FetchResult.Fetched fetched when (size is { } exactly && fetched.Bytes.Length != exactly) || !SHA256.HashData(fetched.Bytes.Span).AsSpan().SequenceEqual(sha256.Span) => new FetchResult.Refused(FetchFault.Malformed),
            _ => answer,
        };
    }
}
