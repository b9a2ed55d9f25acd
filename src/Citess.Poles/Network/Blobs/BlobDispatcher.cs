using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network.Repair;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Blobs;

/// <summary>
/// Fetches the blobs that records of an origin name, when some arrived and with each comparison. Which are missing is seen
/// from the records, so that nothing is lost with a process: the next comparison finds the same.
/// </summary>
public sealed partial class BlobDispatcher(IBlobs blobs, BlobFetcher fetcher, IRepairTable repairs, ICatalogue catalogue, Pole pole, TimeProvider clock, ILogger<BlobDispatcher> log)
    : Dispatcher(clock, log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    protected override Task<IReadOnlyList<string>> DueAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>From the origin; where it does not answer, from the third pole that gave its records. And what is ours and was lost, from a partner.</summary>
    protected override async Task DoAsync(string name)
    {
        var stand = await repairs.FindAsync(name);
        var actor = await ActorAsync(name) ?? stand?.Actor;
        var via = stand is { Via.Length: > 0 } ? await ActorAsync(stand.Via) : null;
        var isSilent = await GatherAsync(name, [.. new[] { actor, via }.OfType<string>()]);
        await GatherAsync("", [.. new[] { actor }.OfType<string>()]);
        if (isSilent && actor is not null)
        {
            await repairs.WantAsync(name, actor, isCopied: false, Clock.GetUtcNow() + Soon);
        }
    }

    /// <summary>True when some are still missing because nobody answered.</summary>
    private async Task<bool> GatherAsync(string origin, IReadOnlyList<string> actors)
    {
        var sources = actors.Select(actor => Origin.TryParse(actor, allowHttp: true, out var parsed) ? parsed.Url : null).OfType<string>().ToList();
        var silent = new HashSet<string>(StringComparer.Ordinal);
        var (until, isSilent, count) = (Clock.GetUtcNow() + Longest, false, 0);
        for (var after = ""; Clock.GetUtcNow() < until && sources.Count > silent.Count && await blobs.WantedAsync(origin, after, Batch) is { Count: > 0 } wanted; after = wanted[^1].Hash)
        {
            foreach (var link in wanted)
            {
                var isTaken = await TakeAsync(link, sources, silent);
                count += isTaken ? 1 : 0;
                isSilent |= !isTaken && silent.Count > 0;
            }
        }

        if (count > 0)
        {
            LogTaken(log, count, origin);
        }

        return isSilent;
    }

    private async Task<bool> TakeAsync(BlobLink link, IEnumerable<string> sources, HashSet<string> silent)
    {
        foreach (var source in sources.Where(source => !silent.Contains(source)))
        {
            switch (await fetcher.FetchAsync(source + BlobTerms.Path + link.Hash, Convert.FromHexString(link.Hash), link.Size, link.MediaType, new FetchBudget(4), pole.PoleSigner))
            {
                case FetchResult.Fetched fetched when BlobLink.IsOfType(link.MediaType, fetched.Bytes):
                    return await blobs.KeepAsync(new(link.Hash, link.MediaType, fetched.Bytes));
                case FetchResult.Unreachable:
                    silent.Add(source);
                    break;
                case var refused:
                    LogRefused(log, link.Hash, source, refused is FetchResult.Refused { Fault: var fault } ? fault.ToString() : "other bytes than its type");
                    break;
            }
        }

        return false;
    }

    private async Task<string?> ActorAsync(string authority) =>
        RecordKey.TryParse(PartnerListing.Kind + "/" + authority, out var key) && await catalogue.FindAsync("", key) is { } partner ? partner.Facts.GetValueOrDefault("actor") : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {Count} images and documents that records of {Origin} name")]
    private static partial void LogTaken(ILogger log, int count, string origin);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The blob {Hash} is not to be had from {Source}: {Reason}")]
    private static partial void LogRefused(ILogger log, string hash, string source, string reason);
}
