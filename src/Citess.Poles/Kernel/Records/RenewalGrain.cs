using Citess.Poles.Kernel.Identity;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Kernel.Records;

[GrainType("renewal")]
internal sealed partial class RenewalGrain(INodeStore node, IEnumerable<IRecordKind> kinds, ILogger<RenewalGrain> log) : Grain, IRenewalGrain
{
    private const int AtOnce = 16;

    /// <summary>So many in one call, which is then over in seconds.</summary>
    private const int Portion = 500;

    // The pole's own document is renewed with its keys by itself.
    private readonly Dictionary<string, IRecordKind> kinds = kinds.Where(kind => !kind.IsOnly).ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    public async Task<bool> RenewAsync()
    {
        // What was renewed a moment ago may not have its number in the ledger yet.
        var due = (await node.DueToRenewAsync()).Where(name => !done.Contains(name)).Take(Portion).ToList();
        foreach (var some in due.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(RenewAsync));
            done.UnionWith(some);
        }

        if (due.Count == 0 && done.Count > 0)
        {
            LogRenewed(log, done.Count);
        }

        return due.Count == 0;
    }

    private Task RenewAsync(string name) =>
        RecordKey.TryParse(name, out var key) && kinds.TryGetValue(key.Kind, out var kind) ? kind.RenewAsync(GrainFactory, key) : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} records were shared anew under the new keys")]
    private static partial void LogRenewed(ILogger log, int count);
}
