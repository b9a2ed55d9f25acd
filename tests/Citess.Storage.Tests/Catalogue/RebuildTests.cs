using System.Collections.Immutable;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Catalogue;

public abstract class RebuildTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly CatalogueQuery All = new() { Kind = "practice", Least = Audience.Own, WithWithdrawn = true };

    [Fact]
    public async Task A_catalogue_built_anew_equals_the_one_that_was()
    {
        await FillAsync();
        var before = await SnapshotAsync();

        await Store.ExecuteAsync("DELETE FROM catalogue WHERE origin <> ''");
        await Store.ExecuteAsync("DELETE FROM catalogue_tag");
        await Store.ExecuteAsync("UPDATE catalogue SET body = '{}', updated = 0, audience = 0");
        Assert.NotEqual(before, await SnapshotAsync(raw: true));
        var count = await Store.Catalogue.RebuildAsync();

        Assert.Equal(30, count);
        Assert.Equal(before, await SnapshotAsync());
        Assert.Equal(20, (await Store.Catalogue.SearchAsync(All with { Text = "تعاون", Take = 100 })).Total);
        Assert.Equal(10, (await Store.Catalogue.SearchAsync(All with { Text = "hort", Language = "ar", Take = 100 })).Total);
    }

    [Fact]
    public async Task Readers_never_see_it_half_built()
    {
        await FillAsync();
        using var stop = new CancellationTokenSource();
        var seen = new List<int>();
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                seen.Add((await Store.Catalogue.SearchAsync(All)).Total);
            }
        });

        for (var round = 0; round < 5; round++)
        {
            await Store.Catalogue.RebuildAsync();
        }

        await stop.CancelAsync();
        await reading;
        Assert.NotEmpty(seen);
        Assert.All(seen, total => Assert.Equal(30, total));
    }

    private async Task FillAsync()
    {
        for (var number = 0; number < 20; number++)
        {
            var outgoing = Sample.Outgoing(Sample.Key(number), 1, "تعاونية " + number);
            await Store.ExecuteAsync(
                "INSERT INTO OrleansStorage (ServiceId, GrainType, GrainId, PayloadBinary, Version) VALUES ('citess', 'practice/record', @Key, @payload, 1)",
                new { outgoing.Key, payload = Encoding.UTF8.GetBytes(StateJson.Write(new PracticeState { Listing = outgoing.Listing, Outbox = [outgoing] })) });
        }

        await Store.PublishAsync();
        await Store.Inbox.DoneAsync(
            [],
            [.. Enumerable.Range(0, 10).Select(number => Sample.Arrival(Sample.Key(number), number + 1, "hort " + number, tombstone: number == 3))],
            ImmutableDictionary<long, string>.Empty);
    }

    private async Task<string> SnapshotAsync(bool raw = false)
    {
        var entries = raw
            ? await Store.ListAsync<string>("SELECT body FROM catalogue")
            : [.. (await Store.Catalogue.SearchAsync(All with { Take = 100 })).Entries.Select(StateJson.Write)];
        return string.Join('\n', entries);
    }
}

public sealed class RebuildOnSqlite : RebuildTests<SqliteFile>;

public sealed class RebuildOnPostgreSql : RebuildTests<PostgresDatabase>;
