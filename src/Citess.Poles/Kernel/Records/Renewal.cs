using Citess.Poles.Kernel.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// At the start after keys were revoked: shares every living record anew, one revision higher and proved by the new key.
/// Others have dropped what the old one proved, since whoever took it may date a proof back. What is done is told by the
/// ledger, so that a crash begins nothing from the start.
/// </summary>
public sealed partial class Renewal(INodeStore node, Recovering recovering, IEnumerable<IRecordKind> kinds, IGrainFactory grains, TimeProvider clock, ILogger<Renewal> log) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // The pole's own document is renewed with its keys by itself.
    private readonly Dictionary<string, IRecordKind> kinds = kinds.Where(kind => !kind.IsOnly).ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isOver = false; !isOver && !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                // As with any change: a pole that was restored takes no new revision before it knows the ones that it lost.
                isOver = !recovering.IsOn && await RenewAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogFailed(log, problem);
            }

            if (!isOver)
            {
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>True when nothing is left to do.</summary>
    private async Task<bool> RenewAsync(CancellationToken stop)
    {
        // What was renewed a moment ago may not have its number in the ledger yet.
        var due = (await node.DueToRenewAsync(stop)).Where(key => !done.Contains(key)).ToList();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (name, _) =>
        {
            if (RecordKey.TryParse(name, out var key) && kinds.TryGetValue(key.Kind, out var kind))
            {
                await kind.RenewAsync(grains, key);
            }

            lock (done)
            {
                done.Add(name);
            }
        });
        if (due.Count == 0 && done.Count > 0)
        {
            LogRenewed(log, done.Count);
        }

        return due.Count == 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} records were shared anew under the new keys")]
    private static partial void LogRenewed(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all records could be shared anew under the new keys; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception problem);
}
