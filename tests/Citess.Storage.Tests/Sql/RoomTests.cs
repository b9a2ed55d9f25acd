using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Storage.Tests.Grains;
using Citess.Storage.Tests.Lab;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Citess.Storage.Tests.Sql;

/// <summary>A database that has used up its quota, which SQLite tells as it tells of a full disk.</summary>
public sealed class RoomTests : StorageTest<SqliteFile>
{
    [Fact]
    public async Task What_goes_beyond_the_quota_is_refused_as_such_and_what_is_there_can_be_read()
    {
        Options.MaxMegabytes = 2;
        var narrow = await OpenAsync();
        var kept = 0;
        await Assert.ThrowsAsync<StorageFullException>(async () =>
        {
            for (; kept < 100; kept++)
            {
                await narrow.Inbox.KeepAsync(Sample.Letter("letter " + kept, body: new string('x', 64 * 1024)));
            }
        });

        Assert.InRange(kept, 1, 40);
        Assert.Equal(kept, await narrow.ScalarAsync<int>("SELECT COUNT(*) FROM inbox"));
        Assert.Null(await narrow.Inbox.HashOfAsync("letter " + kept));
        Assert.True(new FileInfo(Options.DatabaseFile).Length <= 2 << 20);
    }

    [Fact]
    public async Task With_more_room_the_same_works_and_nothing_was_half_written()
    {
        Options.MaxMegabytes = 1;
        var narrow = await OpenAsync();
        await Assert.ThrowsAsync<StorageFullException>(() => narrow.Inbox.KeepAsync(Sample.Letter("large", body: new string('x', 900 * 1024))));

        // In a pole one process has one quota; here two share a pool of connections.
        SqliteConnection.ClearAllPools();
        Assert.Equal(Keeping.Kept, await Store.Inbox.KeepAsync(Sample.Letter("large", body: new string('x', 900 * 1024))));
        Assert.Equal("ok", await Store.ScalarAsync<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task The_one_who_asked_a_grain_learns_it_too_and_the_grain_is_as_it_was()
    {
        Options.MaxMegabytes = 1;
        await using var cluster = await Cluster.StartAsync(Options);
        var grain = cluster.Client.GetGrain<IPracticeTestGrain>(Sample.Key());
        await grain.WriteAsync("before");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => grain.WriteAsync(new string('x', 900 * 1024)));

        Assert.True(StorageFullException.Caused(fault), fault.ToString());
        Assert.StartsWith("before", await Store.ScalarAsync<string>("SELECT json_extract(CAST(PayloadBinary AS TEXT), '$.title') FROM OrleansStorage"), StringComparison.Ordinal);
    }
}
