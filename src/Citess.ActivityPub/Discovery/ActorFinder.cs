using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Discovery;

/// <summary>Finds an actor from what a person types: <c>@pole@barcelona.example</c>, <c>barcelona.example</c>, or the address of a page there.</summary>
/// <param name="client">The client of <see cref="SafeHttp"/>.</param>
/// <param name="options">Its options.</param>
/// <param name="time">The clock.</param>
/// <param name="dialects">Is told what the software of a found actor can do.</param>
/// <param name="hosts">Which hosts are not asked; without it, every host is.</param>
public sealed class ActorFinder(HttpClient client, SafeHttpOptions options, TimeProvider time, PeerDialects? dialects = null, IHostPolicy? hosts = null)
{
    /// <summary>The name under which every pole answers on its own host.</summary>
    public const string PoleName = "pole";

    private const int Requests = 10;

    private readonly JsonFetcher json = new(client, options, time, hosts: hosts);
    private readonly DocumentFetcher documents = new(client, options, time, dialects, hosts);

    /// <summary>Looks for the actor, asking at most ten times in all; never throws for what others answer.</summary>
    public async Task<FindResult> FindActorAsync(string handleOrHostOrUrl, ISigner? signer = null, CancellationToken token = default)
    {
        var typed = (handleOrHostOrUrl ?? "").Trim();
        var search = new Search(new FetchBudget(Requests), signer, token);
        if (typed.Contains("://", StringComparison.Ordinal))
        {
            return await FindByUrlAsync(typed, search);
        }

        typed = typed.StartsWith("acct:", StringComparison.OrdinalIgnoreCase) ? typed[5..] : typed;
        var parts = (typed.StartsWith('@') ? typed[1..] : typed).Split('@');
        var (name, host) = parts.Length switch { 1 => (PoleName, parts[0]), 2 => (parts[0], parts[1]), _ => ("", "") };
        return IsName(name) && TryHost(host, out var origin) ? await FindByNameAsync(name, origin, search) : new FindResult.NotUnderstood();
    }

    private async Task<FindResult> FindByUrlAsync(string url, Search search)
    {
        if (!Origin.TryParse(url, options.AllowHttp, out var origin, out var address))
        {
            return new FindResult.NotUnderstood();
        }

        // What people copy from the browser is a page for people; its host then stands for its pole.
        var direct = address.AbsolutePath == "/" && address.Query.Length == 0 ? null : await ReadActorAsync(address.AbsoluteUri, search);
        return direct is null or FindResult.NotFound ? await FindByNameAsync(PoleName, origin, search) : direct;
    }

    private async Task<FindResult> FindByNameAsync(string name, Origin host, Search search)
    {
        var (self, subject, failure) = await WebFingerAsync(name, host, search);
        var found = failure ?? await ReadActorAsync(self!, search);
        if (found is not FindResult.Found actor || !Origin.TryParse(actor.Actor.Id, options.AllowHttp, out var home) || home == host)
        {
            return found;
        }

        // A host may answer for an actor elsewhere only when that actor's own host says the same: else a handle of mallory's shows Amira.
        if (!IsName(actor.Actor.PreferredUsername ?? ""))
        {
            return new FindResult.NotFound(FetchFault.IdMismatch);
        }

        var (back, canonical, _) = await WebFingerAsync(actor.Actor.PreferredUsername!, home, search);
        return back == self && canonical is not null && string.Equals(canonical, subject, StringComparison.OrdinalIgnoreCase)
            ? found : new FindResult.NotFound(FetchFault.IdMismatch);
    }

    private async Task<(string? Self, string? Subject, FindResult? Failure)> WebFingerAsync(string name, Origin host, Search search)
    {
        var resource = Uri.EscapeDataString($"acct:{name}@{host.Authority}");
        var answer = await json.GetAsync($"{host.Url}/.well-known/webfinger?resource={resource}", $"{Jrd.MediaType}, application/json", MediaTypes.IsJrd, search.Budget, null, search.Token);
        if (answer is not FetchResult.Fetched fetched)
        {
            return (null, null, Failure(answer));
        }

        var jrd = Read(fetched.Root);
        var self = jrd?.Links.FirstOrDefault(link => link is { Rel: "self", Href: not null } && MediaTypes.IsActivity(link.Type))?.Href;
        return (self, jrd?.Subject, self is null ? new FindResult.NotFound(FetchFault.Malformed) : null);
    }

    private async Task<FindResult> ReadActorAsync(string url, Search search)
    {
        var answer = await documents.FetchAsync(url, search.Budget, search.Signer, search.Token);
        if (answer is not FetchResult.Fetched document)
        {
            return Failure(answer);
        }

        if (Ap.Read<Actor>(document.Root) is not { } actor || !RemoteActor.IsReachable(actor))
        {
            return new FindResult.NotFound(FetchFault.Malformed);
        }

        if (dialects is not null && Origin.TryParse(document.Address.AbsoluteUri, allowHttp: true, out var home))
        {
            await dialects.ShownByAsync(home, actor, search.Token);
        }

        return new FindResult.Found(actor, document);
    }

    private bool TryHost(string host, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Origin? origin)
    {
        // A bare host says nothing of its scheme: http is for the machine itself, where that is allowed at all.
        return Origin.TryParseAuthority(host, "http", out origin)
            && ((options.AllowHttp && (origin.Host == "localhost" || IPAddress.TryParse(origin.Host, out _)))
                || (Origin.TryParseAuthority(host, "https", out origin) && (origin.Host.Contains('.', StringComparison.Ordinal) || origin.Host[0] == '[')));
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static Jrd? Read(JsonElement root)
    {
        try
        {
            return root.Deserialize(DiscoveryJson.Default.Jrd);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FindResult Failure(FetchResult answer) => answer switch
    {
        FetchResult.Refused refused => new FindResult.NotFound(refused.Fault),
        FetchResult.Unreachable unreachable => new FindResult.Unreachable(unreachable.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private sealed record Search(FetchBudget Budget, ISigner? Signer, CancellationToken Token);
}
