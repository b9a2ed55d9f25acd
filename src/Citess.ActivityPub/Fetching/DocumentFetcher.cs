using System.Text.Json;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Fetching;

/// <summary>Fetches ActivityStreams documents, and believes each only at its own address.</summary>
/// <param name="client">The client of <see cref="SafeHttp"/>.</param>
/// <param name="options">Its options.</param>
/// <param name="time">The clock.</param>
/// <param name="dialects">What each host takes; without it, every host gets draft-cavage and no second try.</param>
/// <param name="hosts">Which hosts are not asked; without it, every host is.</param>
public sealed class DocumentFetcher(HttpClient client, SafeHttpOptions options, TimeProvider time, PeerDialects? dialects = null, IHostPolicy? hosts = null)
{
    private readonly JsonFetcher json = new(client, options, time, dialects, hosts);

    /// <summary>Gets the document at <paramref name="url"/>, signed when a signer is given, with draft-cavage-12 unless the host is known to take more. One whose <c>id</c> is elsewhere is fetched again there, once.</summary>
    public async Task<FetchResult> FetchAsync(string url, FetchBudget budget, ISigner? signer = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var first = await GetAsync(url, budget, signer, token);
        if (first is not FetchResult.Fetched found || IsAtItsId(found))
        {
            return first;
        }

        if (Id(found.Root) is not { } id)
        {
            return new FetchResult.Refused(FetchFault.IdMismatch);
        }

        var second = await GetAsync(id, budget, signer, token);
        return second is FetchResult.Fetched again && !IsAtItsId(again) ? new FetchResult.Refused(FetchFault.IdMismatch) : second;
    }

    private Task<FetchResult> GetAsync(string url, FetchBudget budget, ISigner? signer, CancellationToken token) =>
        json.GetAsync(url, MediaTypes.Accept, MediaTypes.IsActivity, budget, signer, token);

    private static bool IsAtItsId(FetchResult.Fetched document) => Origin.SameDocument(Id(document.Root), document.Address.AbsoluteUri);

    private static string? Id(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
