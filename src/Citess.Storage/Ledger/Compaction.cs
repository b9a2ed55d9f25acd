using System.Security.Cryptography;
using System.Text;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>
/// Empties the bodies of old entries that nobody is sent any more. What is addressed to one relation stays whole: its
/// courier sends each of these, however late it comes.
/// </summary>
internal static class Compaction
{
    private const int Batch = 500;

    public static async Task<int> RunAsync(Database database, DateTimeOffset before, CancellationToken stop)
    {
        var count = await database.WriteAsync(
            async writing =>
            {
                var entries = (await writing.QueryAsync<Row>(
                    """
                    SELECT number, activity FROM ledger
                    WHERE is_superseded = 1 AND addressee IS NULL AND hash IS NULL AND recorded < @before
                    ORDER BY recorded LIMIT @Batch
                    """,
                    new { before = before.Ms(), Batch })).ToList();
                foreach (var entry in entries)
                {
                    var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Activity)));
                    await writing.ExecuteAsync("UPDATE ledger SET activity = '', hash = @hash WHERE number = @Number", new { entry.Number, hash });
                }

                return entries.Count;
            },
            stop);
        if (count is > 0 and < Batch)
        {
            await database.ForgetAsync();
        }

        return count;
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string Activity { get; init; } = "";
    }
}
