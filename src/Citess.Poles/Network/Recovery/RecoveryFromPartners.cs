using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Recovery;

/// <summary>
/// After a restore: takes this pole's own lost revisions back from its partners, each verified by this pole's own proof, and
/// asks them to share theirs once more. Only then may anything be changed here.
/// </summary>
internal sealed partial class RecoveryFromPartners(
    INodeStore node, Recovering recovering, ICatalogue catalogue, IGrainFactory grains, TakingBack takingBack, IEnumerable<IRecovers> others, TimeProvider clock, ILogger<RecoveryFromPartners> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>A partner that is silent for longer keeps nobody from working; it is asked on all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> answeredTwice = new(StringComparer.Ordinal);

    private DateTimeOffset start;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        start = clock.GetUtcNow();
        for (var isOver = !recovering.IsOn; !isOver;)
        {
            try
            {
                // What the last one brought may concern what the first one holds: whoever kept an older copy is told then.
                if (await TryAllAsync(answered, stoppingToken) && await TryAllAsync(answeredTwice, stoppingToken) && await TryOthersAsync(stoppingToken))
                {
                    await node.EndRecoveryAsync(stoppingToken);
                    recovering.IsOn = false;
                    isOver = true;
                    LogDone(log);
                }
                else
                {
                    EndWaiting();
                    await Task.Delay(Pause, clock, stoppingToken);
                }
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

    private async Task<bool> TryOthersAsync(CancellationToken stop)
    {
        var isDone = true;
        foreach (var other in others)
        {
            isDone &= await other.TryAsync(stop);
        }

        return isDone;
    }

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

            // A partner whose pages drip in, or never end, would keep this pole from writing for as long as it likes.
            if (!await takingBack.FromAsync(view.Actor, EndWaiting, stop))
            {
                waits = true;
                continue;
            }

            if (asked == answered)
            {
                await grain.AskAgainAsync();
            }

            asked.Add(partner.Key);
        }

        return !waits;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Restored, and complete again: every partner pole has answered")]
    private static partial void LogDone(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recovery after the restore failed and is taken up again")]
    private static partial void LogFailed(ILogger log, Exception problem);
}
