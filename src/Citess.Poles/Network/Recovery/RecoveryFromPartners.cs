using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Recovery;

/// <summary>
/// After a restore: takes this pole's own lost revisions back from its partners, each verified by this pole's own proof, and
/// asks them to share theirs once more. Only then may anything be changed here.
/// </summary>
public sealed partial class RecoveryFromPartners(
    INodeStore node, Recovering recovering, ICatalogue catalogue, IGrainFactory grains, DocumentFetcher fetcher, IEnumerable<IRecordKind> kinds, Pole pole, TimeProvider clock, ILogger<RecoveryFromPartners> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>A partner that is silent for longer keeps nobody from working; it is asked on all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>A million records of ours.</summary>
    private const int MaxPages = 10_000;

    private readonly Dictionary<string, IRecordKind> kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    private DateTimeOffset start;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        start = clock.GetUtcNow();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (recovering.IsOn || asked.Count > 0)
        {
            try
            {
                if (await TryAllAsync(asked, stoppingToken))
                {
                    await node.EndRecoveryAsync(stoppingToken);
                    recovering.IsOn = false;
                    LogDone(log);
                    return;
                }

                EndWaiting();
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogFailed(log, problem);
                await Task.Delay(Pause, clock, CancellationToken.None);
            }
        }
    }

    private void EndWaiting() => recovering.IsOn = recovering.IsOn && clock.GetUtcNow() - start < Patience;

    /// <summary>True when every partner has answered.</summary>
    private async Task<bool> TryAllAsync(HashSet<string> asked, CancellationToken stop)
    {
        var waits = false;
        await foreach (var partner in PoleRelations.AllAsync(catalogue, stop))
        {
            var grain = grains.GetGrain<IPartnerGrain>(partner.Key);
            if (asked.Contains(partner.Key) || await grain.ReadAsync() is not { } view || !(view.IsReceiving || view.IsSending))
            {
                continue;
            }

            if (await TakeBackAsync(view.Actor, stop))
            {
                await grain.AskAgainAsync();
                asked.Add(partner.Key);
            }
            else
            {
                waits = true;
            }
        }

        return !waits;
    }

    private async Task<bool> TakeBackAsync(PartnerActor partner, CancellationToken stop)
    {
        var origin = new Uri(partner.Id).GetLeftPart(UriPartial.Authority);
        var (count, pages) = (0, 0);
        for (var address = origin + CopiesEndpoint.Path; address is not null; pages++)
        {
            // A partner whose pages drip in, or never end, would keep this pole from writing for as long as it likes.
            EndWaiting();
            if (pages == MaxPages)
            {
                LogEndless(log, partner.Authority);
                return true;
            }

            if (await fetcher.FetchAsync(address, new FetchBudget(), pole.PoleSigner, stop) is not FetchResult.Fetched page || Ap.Read<OrderedCollectionPage>(page.Root) is not { } copies)
            {
                LogSilent(log, partner.Authority);
                return false;
            }

            foreach (var copy in copies.OrderedItems ?? [])
            {
                count += await RecoverAsync(partner, copy) ? 1 : 0;
            }

            address = copies.Next is { } next && Origin.Same(next, origin) && copies.OrderedItems is { Count: > 0 } ? next : null;
        }

        LogTaken(log, count, partner.Authority);
        return true;
    }

    /// <summary>Nothing is believed but our own signature.</summary>
    private async Task<bool> RecoverAsync(PartnerActor partner, JsonElement copy)
    {
        if (!pole.PoleKeys.Proved(copy, clock.GetUtcNow())
            || Ap.Read<ApObject>(copy) is not { Revision: { } revision } document || !pole.TryOwn(document.Id, out var key) || !kinds.TryGetValue(key.Kind, out var kind))
        {
            return false;
        }

        await kind.RecoverAsync(grains, key, document, new()
        {
            Revision = revision,
            Audience = AudienceNames.Of(document),
            List = AudienceNames.ListOf(document),
            Holder = partner.Relation,
            IsTombstone = document.Type == "Tombstone",
            Shared = document.Published ?? clock.GetUtcNow(),
            Updated = document.Updated ?? clock.GetUtcNow(),
            Json = copy.GetRawText(),
        });
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Restored, and complete again: every partner pole has answered")]
    private static partial void LogDone(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} signed records of ours compared with {Authority}")]
    private static partial void LogTaken(ILogger log, int count, string authority);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Authority} does not answer yet; it is asked again for what this pole lost")]
    private static partial void LogSilent(ILogger log, string authority);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Authority} never comes to the end of what it holds of ours; what it showed so far is taken")]
    private static partial void LogEndless(ILogger log, string authority);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recovery after the restore failed and is taken up again")]
    private static partial void LogFailed(ILogger log, Exception problem);
}
