using System.Diagnostics;
using System.Globalization;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Ledger;
using Citess.Storage.Tests.Lab;
using Dapper;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

/// <summary>What repair costs with a library of the size that is promised.</summary>
public sealed class ChangesCostTests(ITestOutputHelper output) : StorageTest<SqliteFile>
{
    private IChanges Changes => Store.Get<IChanges>();

    [Fact]
    public async Task Digest_and_feed_read_their_indexes_and_no_body_that_is_not_sent()
    {
        await Store.PublishAsync([.. Enumerable.Range(0, 50).Select(number => Sample.Outgoing(Sample.Key(number), 1))]);
        Assert.Contains("COVERING INDEX document_digest", await PlanAsync(ChangesStore.ScanSql), StringComparison.Ordinal);
        Assert.Contains("INDEX document_changes (origin=? AND number>?)", await PlanAsync(ChangesStore.FeedSql), StringComparison.Ordinal);
        Assert.Contains("INDEX ledger_removal (number>?)", await PlanAsync(ChangesStore.FeedSql), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_100_000_records_a_page_takes_milliseconds_and_a_digest_less_than_a_second()
    {
        var count = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") == "1" ? 100_000 : 10_000;
        var body = Sample.Document(Sample.Key(), 1, new string('م', 900));
        await Store.Database.WriteAsync(async writing =>
        {
            for (var number = 1; number <= count; number++)
            {
                await writing.ExecuteAsync(
                    "INSERT INTO document (origin, key, revision, audience, is_tombstone, body, number, first_number) VALUES ('', @key, 1, @audience, 0, @body, @number, @number)",
                    new { key = "practice/" + Ulid.NewUlid(), audience = number % 10 == 0 ? 2 : 1, body, number });
            }

            await writing.ExecuteAsync("UPDATE ledger_head SET number = @count", new { count });
        });

        // Warm, as it is in a pole that runs.
        await ScanAsync();
        var (scan, digest) = await TimeAsync(ScanAsync);
        var (page, slice) = await TimeAsync(() => Changes.ReadAsync(new(Audience.Network, 0), count / 2));
        var (sparse, open) = await TimeAsync(() => Changes.ReadAsync(Sight.OfAnyone, count / 2));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} records: digest {scan.TotalMilliseconds:0} ms, a page {page.TotalMilliseconds:0.0} ms, a page of the tenth that is public {sparse.TotalMilliseconds:0.0} ms"));
        Assert.Equal((count, 100, 100), (digest.Count, slice.Items.Count, open.Items.Count));
        Assert.True(scan < TimeSpan.FromSeconds(5) && page < TimeSpan.FromSeconds(1) && sparse < TimeSpan.FromSeconds(1));
    }

    private async Task<Digest> ScanAsync()
    {
        var digest = new Digest();
        await Changes.ScanAsync("", each => digest.Add("https://mahdia.example/" + each.Key, each.Revision));
        return digest;
    }

    private static async Task<(TimeSpan Took, T Result)> TimeAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        return (watch.Elapsed, result);
    }

    private Task<string> PlanAsync(string sql) => Store.Database.ReadAsync(async connection =>
        string.Join('\n', (await connection.QueryAsync<(long, long, long, string Detail)>("EXPLAIN QUERY PLAN " + sql, new { origin = "", after = 7L, Least = 1, Joined = 0, Relation = Sample.Barcelona, take = 101 })).Select(row => row.Detail)));
}
