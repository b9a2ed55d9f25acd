using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Signatures;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Caching.Memory;

namespace Citess.Storage.Inbox;

/// <summary>The dialects of other hosts in their table, those in use in memory, unknown hosts too. Both are bounded: anybody can invent hosts.</summary>
internal sealed class DialectStore(Database database) : IDialectMemory, IDisposable
{
    internal const int MaxKept = 20_000;
    private const int MaxInUse = 16_384;
    private const int PruneEvery = 256;

    // Another process may have learned more.
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _inUse = new(new MemoryCacheOptions { SizeLimit = MaxInUse });
    private int _kept;

    public async ValueTask<KnownDialect?> FindAsync(string authority, CancellationToken token)
    {
        if (_inUse.TryGetValue(authority, out KnownDialect? known))
        {
            return known;
        }

        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<Row>("SELECT dialect, settled, learned FROM peer_dialect WHERE authority = @authority", new { authority }), token);
        return Use(authority, row is not null && Enum.TryParse<SignatureDialect>(row.Dialect, out var dialect) ? new(authority, dialect, row.Settled != 0, row.Learned.Time()) : null);
    }

    public async ValueTask KeepAsync(KnownDialect known, CancellationToken token)
    {
        await database.ExecuteAsync(
            """
            INSERT INTO peer_dialect (authority, dialect, settled, learned) VALUES (@Authority, @Dialect, @Settled, @Learned)
            ON CONFLICT (authority) DO UPDATE SET dialect = excluded.dialect, settled = excluded.settled, learned = excluded.learned
            """,
            new { known.Authority, Dialect = known.Dialect.ToString(), Settled = known.IsSettled ? 1 : 0, Learned = known.At.Ms() },
            token);
        Use(known.Authority, known);
        if (Interlocked.Increment(ref _kept) % PruneEvery == 0)
        {
            await PruneAsync(MaxKept, token);
        }
    }

    public void Dispose() => _inUse.Dispose();

    /// <summary>Forgets the longest unheard of beyond <paramref name="max"/>.</summary>
    internal Task<int> PruneAsync(int max, CancellationToken token) => database.ExecuteAsync(
        "DELETE FROM peer_dialect WHERE learned < (SELECT learned FROM peer_dialect ORDER BY learned DESC LIMIT 1 OFFSET @last)",
        new { last = max - 1 },
        token);

    private KnownDialect? Use(string authority, KnownDialect? known)
    {
        _inUse.Set(authority, known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = InUse });
        return known;
    }

    private sealed class Row
    {
        public string Dialect { get; init; } = "";

        public int Settled { get; init; }

        public long Learned { get; init; }
    }
}
