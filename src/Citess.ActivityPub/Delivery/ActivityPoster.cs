using System.Net.Http.Headers;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Delivery;

/// <summary>
/// Signs an activity and posts it to one inbox, once, or twice when the signature was refused and the peer may take the other dialect;
/// when to try again is the caller's to say, by <see cref="DeliveryPolicy"/>.
/// </summary>
/// <param name="client">The client of <see cref="SafeHttp"/>.</param>
/// <param name="options">Its options.</param>
/// <param name="time">The clock.</param>
/// <param name="dialects">What each host takes; without it, every host gets draft-cavage and no second try.</param>
public sealed class ActivityPoster(HttpClient client, SafeHttpOptions options, TimeProvider time, PeerDialects? dialects = null)
{
    private static readonly MediaTypeHeaderValue MediaType = new(Ap.MediaType);

    /// <summary>Posts the bytes as they are. Throws only when <paramref name="token"/> is cancelled.</summary>
    public Task<DeliveryResult> PostAsync(string inbox, ReadOnlyMemory<byte> activity, ISigner signer, CancellationToken token = default) =>
        PostAsync(inbox, new RequestBody(activity), signer, token);

    /// <summary>The same for what goes to many inboxes: its digest is made once.</summary>
    public async Task<DeliveryResult> PostAsync(string inbox, RequestBody activity, ISigner signer, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (!Origin.TryParse(inbox, options.AllowHttp, out var host, out var target))
        {
            return new DeliveryResult.Refused(null, "the inbox is no acceptable address");
        }

        try
        {
            return await PostAsync(host, target, activity, signer, token);
        }
        catch (HttpRequestException e) when (AddressRefusedException.Behind(e) is { IsForGood: true })
        {
            return new DeliveryResult.Refused(null, "the inbox is not on a public address");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new DeliveryResult.Unreachable("no answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new DeliveryResult.Unreachable(e.Message);
        }
    }

    private async Task<DeliveryResult> PostAsync(Origin host, Uri target, RequestBody activity, ISigner signer, CancellationToken token)
    {
        var dialect = dialects is null ? SignatureDialect.Cavage : await dialects.ChooseAsync(host, signer, token);
        var (first, wishes) = await SendAsync(target, activity, signer, dialect, token);
        if (dialects is null)
        {
            return first;
        }

        if (!IsOfSignature(first) || dialects.Other(host, dialect, wishes, signer) is not { } other)
        {
            await dialects.AskedAsync(host, wishes, token);
            if (first is DeliveryResult.Delivered)
            {
                await dialects.MetAsync(host, token);
            }

            return first;
        }

        // The double knock: a refusal of the signature may mean the dialect, as 401 or, on some servers, as 400.
        var (second, _) = await SendAsync(target, activity, signer, other, token);
        if (second is DeliveryResult.Delivered)
        {
            await dialects.SettledAsync(host, dialect, other, token);
            return second;
        }

        if (IsOfSignature(second))
        {
            dialects.RefusedBoth(host);
            return first;
        }

        return second;
    }

    private static bool IsOfSignature(DeliveryResult result) => result is DeliveryResult.Retry { Status: 401 } or DeliveryResult.Refused { Status: 400 };

    private async Task<(DeliveryResult Result, IReadOnlyList<string> Wishes)> SendAsync(Uri target, RequestBody activity, ISigner signer, SignatureDialect dialect, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ReadOnlyMemoryContent(activity.Bytes) };
        request.Content.Headers.ContentType = MediaType;
        foreach (var (name, value) in dialect.Sign(signer, "POST", target, activity, time.GetUtcNow()))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        var body = await RefusalReason.BodyAsync(response, time, token);
        var result = Classify((int)response.StatusCode, RetryAfter(response));
        return (result is DeliveryResult.Refused { Status: { } status } ? new DeliveryResult.Refused(status, RefusalReason.Of(status, body)) : result, response.AcceptSignature());
    }

    /// <summary>What a status means for an item.</summary>
    /// <remarks>
    /// 401 is tried again: a peer says it while it cannot reach our key, or when two first contacts race. So are redirects, which a POST does
    /// not follow: the peer moved or is being set up, and its actor tells the new inbox. 403 and every other 4xx is for good: the item is
    /// recorded as refused and what was missed comes by repair, should the peer change its mind.
    /// </remarks>
    public static DeliveryResult Classify(int status, TimeSpan? retryAfter) => status switch
    {
        >= 200 and < 300 => new DeliveryResult.Delivered(status),
        >= 300 and < 400 or 401 or 408 or 421 or 425 or 429 or >= 500 => new DeliveryResult.Retry(status, retryAfter),
        _ => new DeliveryResult.Refused(status, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the peer answered {status}")),
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };
}
