using System.Data.Common;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Caching.Memory;

namespace Citess.Storage.Ledger;

/// <summary>
/// The entries that couriers read now, by number, in memory: what goes to a thousand partners is read once, and its bytes
/// and their digest are made once. Bounded by bytes; what it has not is in the table.
/// </summary>
internal sealed class LedgerTail(Database database) : IDisposable
{
    private const long MaxBytes = 16 << 20;

    // A body may be put away, or erased, in the table: what is in memory must not outlive that for long.
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _inUse = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Entries in the order of <paramref name="numbers"/>.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(DbConnection connection, IReadOnlyList<long> numbers)
    {
        var entries = new Dictionary<long, LedgerEntry>(numbers.Count);
        foreach (var number in numbers)
        {
            if (_inUse.TryGetValue(number, out LedgerEntry? entry))
            {
                entries[number] = entry!;
            }
        }

        var missing = numbers.Where(number => !entries.ContainsKey(number)).ToArray();
        foreach (var row in missing.Length == 0 ? [] : await connection.QueryAsync<LedgerRow>($"SELECT {LedgerRow.Columns} FROM ledger WHERE number {database.In(nameof(missing))}", new { missing }))
        {
            entries[row.Number] = _inUse.Set(row.Number, row.ToEntry(), new MemoryCacheEntryOptions { Size = (3 * row.Activity.Length) + 512, AbsoluteExpirationRelativeToNow = InUse });
        }

        return [.. numbers.Where(entries.ContainsKey).Select(number => entries[number])];
    }

    public void Dispose() => _inUse.Dispose();
}
