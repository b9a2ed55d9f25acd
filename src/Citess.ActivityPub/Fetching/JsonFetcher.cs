using System.Net;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Fetching;

/// <summary>One GET with its redirects: every rule but those on what the document says of itself.</summary>
internal sealed class JsonFetcher(HttpClient client, SafeHttpOptions options, TimeProvider time, PeerDialects? dialects = null, IHostPolicy? hosts = null)
{
    private const int MaxRedirects = 3;

    public async Task<FetchResult> GetAsync(string url, string accept, Func<string?, bool> isWanted, FetchBudget budget, ISigner? signer, CancellationToken token, bool isJson = true)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(token);
        clock.CancelAfter(options.RequestTimeout);
        try
        {
            return await FollowAsync(url, accept, isWanted, budget, signer, isJson, clock.Token);
        }
        catch (Exception e) when (AddressRefusedException.Behind(e) is not null)
        {
            return new FetchResult.Refused(FetchFault.AddressNotPublic);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new FetchResult.Refused(FetchFault.TooLarge);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new FetchResult.Unreachable("no whole answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return new FetchResult.Unreachable(e.Message);
        }
    }

    private async Task<FetchResult> FollowAsync(string url, string accept, Func<string?, bool> isWanted, FetchBudget budget, ISigner? signer, bool isJson, CancellationToken token)
    {
        if (!Origin.TryParse(url, options.AllowHttp, out var host, out var address))
        {
            return new FetchResult.Refused(FetchFault.BadAddress);
        }

        for (var redirects = 0; ; redirects++)
        {
            if (hosts is not null && await hosts.StandingAsync(host, token) == HostStanding.Blocked)
            {
                return new FetchResult.Refused(FetchFault.HostBlocked);
            }

            if (!budget.TrySpend())
            {
                return new FetchResult.Refused(FetchFault.BudgetSpent);
            }

            // Signed on the first request only: a host that redirects must not be able to spend our name elsewhere.
            using var response = redirects == 0 && signer is not null
                ? await KnockAsync(address, accept, budget, signer, token)
                : await SendAsync(address, accept, [], token);
            if (Redirect(response) is not { } location)
            {
                return await ReadAsync(response, address, isWanted, isJson, token);
            }

            // Relative to where we are; an absolute one is read from its own spelling, before any parser smooths it.
            var next = location.Length == 0 ? null
                : Uri.TryCreate(location, UriKind.Absolute, out _) && location.Contains("://", StringComparison.Ordinal) ? location
                : Uri.TryCreate(address, location, out var joined) ? joined.AbsoluteUri : null;
            if (!Origin.TryParse(next, allowHttp: true, out var origin, out var followed))
            {
                return new FetchResult.Refused(FetchFault.BadAddress);
            }

            if (origin.Scheme == "http" && (address.Scheme == "https" || !options.AllowHttp))
            {
                return new FetchResult.Refused(FetchFault.RedirectDowngrade);
            }

            if (redirects == MaxRedirects)
            {
                return new FetchResult.Refused(FetchFault.TooManyRedirects);
            }

            (host, address) = (origin, followed);
        }
    }

    /// <summary>Signs in the dialect that the host takes as far as is known, and once more in the other when it says 401.</summary>
    private async Task<HttpResponseMessage> KnockAsync(Uri address, string accept, FetchBudget budget, ISigner signer, CancellationToken token)
    {
        if (dialects is null || !Origin.TryParse(address.AbsoluteUri, allowHttp: true, out var host))
        {
            return await SendAsync(address, accept, SignatureDialect.Cavage.Sign(signer, "GET", address, body: null, time.GetUtcNow()), token);
        }

        var dialect = await dialects.ChooseAsync(host, signer, token);
        var first = await SendAsync(address, accept, dialect.Sign(signer, "GET", address, body: null, time.GetUtcNow()), token);
        if (first.StatusCode != HttpStatusCode.Unauthorized || dialects.Other(host, dialect, first.AcceptSignature(), signer) is not { } other || !budget.TrySpend())
        {
            return first;
        }

        first.Dispose();
        var second = await SendAsync(address, accept, other.Sign(signer, "GET", address, body: null, time.GetUtcNow()), token);
        if (second.IsSuccessStatusCode)
        {
            await dialects.SettledAsync(host, dialect, other, token);
        }
        else if (second.StatusCode == HttpStatusCode.Unauthorized)
        {
            dialects.RefusedBoth(host);
        }

        return second;
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, string accept, IReadOnlyList<KeyValuePair<string, string>> signed, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in signed)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }

    private static string? Redirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? response.Headers.NonValidated.TryGetValues("Location", out var values) && values.Count == 1 ? values.ToString() : ""
            : null;

    private async Task<FetchResult> ReadAsync(HttpResponseMessage response, Uri address, Func<string?, bool> isWanted, bool isJson, CancellationToken token)
    {
        var status = (int)response.StatusCode;
        if (status is 408 or 425 or 429 or >= 500)
        {
            return new FetchResult.Unreachable($"status {status}");
        }

        if (status != 200)
        {
            return new FetchResult.Refused(status switch { 404 => FetchFault.NotFound, 410 => FetchFault.Gone, 401 or 403 => FetchFault.Denied, _ => FetchFault.Status });
        }

        // Read raw: two Content-Types, or one that does not parse, must not end as "none was asked for".
        if (!response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) || types.Count != 1 || !isWanted(types.ToString()))
        {
            return new FetchResult.Refused(FetchFault.ContentType);
        }

        await response.Content.LoadIntoBufferAsync(options.MaxBytes, token);
        ReadOnlyMemory<byte> bytes = await response.Content.ReadAsByteArrayAsync(token);
        if (!isJson)
        {
            return new FetchResult.Fetched(bytes, default, address);
        }

        return StrictJson.TryParse(bytes, out var root) switch
        {
            null => new FetchResult.Fetched(bytes, root, address),
            JsonFault.TooLarge => new FetchResult.Refused(FetchFault.TooLarge),
            _ => new FetchResult.Refused(FetchFault.Malformed),
        };
    }
}
