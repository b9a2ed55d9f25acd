using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Repair;

internal sealed class CopiesFreshness(IRepairTable table) : ICopyFreshness
{
    public async Task<CopyFreshness?> OfAsync(string authority, CancellationToken stop = default) =>
        await table.FindAsync(authority, stop) is { } stand && (stand.Via.Length > 0 || stand.AsOf is not null || stand.IsUnconfirmed)
            ? new(stand.AsOf, stand.Via, stand.IsUnconfirmed) : null;
}
