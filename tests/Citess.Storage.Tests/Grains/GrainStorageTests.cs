using Citess.Poles.Kernel;
using Citess.Storage.Tests.Lab;
using Dapper;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace Citess.Storage.Tests.Grains;

public abstract class GrainStorageTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Name = "practice/record";
    private Cluster _cluster = null!;

    private IGrainStorage Storage => _cluster.Storage;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _cluster = Keep(await Cluster.StartAsync(Options));
    }

    [Fact]
    public async Task Two_first_writes_at_once_leave_one_row_and_one_conflict()
    {
        for (var round = 0; round < 200; round++)
        {
            var grain = GrainId.Create("practice", Sample.Key(round));
            var writes = new[] { "Amira", "Youssef" }
                .Select(title => Task.Run(() => Storage.WriteStateAsync(Name, grain, Fresh(title))))
                .ToArray();
            var conflicts = 0;
            foreach (var write in writes)
            {
                try
                {
                    await write;
                }
                catch (InconsistentStateException)
                {
                    conflicts++;
                }
            }

            Assert.Equal(1, conflicts);
        }

        Assert.Equal(200, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM OrleansStorage"));
    }

    [Fact]
    public async Task A_write_with_an_old_version_is_a_conflict_and_changes_nothing()
    {
        var grain = GrainId.Create("practice", Sample.Key());
        var first = Fresh("first");
        await Storage.WriteStateAsync(Name, grain, first);
        var stale = new GrainState<PracticeState>(new() { Title = "stale" }, first.ETag) { RecordExists = true };
        first.State = new() { Title = "second" };
        await Storage.WriteStateAsync(Name, grain, first);

        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteStateAsync(Name, grain, stale));

        var read = Fresh("");
        await Storage.ReadStateAsync(Name, grain, read);
        Assert.Equal("second", read.State!.Title);
        Assert.Equal("2", read.ETag);
    }

    [Fact]
    public async Task A_version_of_a_row_that_is_not_there_is_a_conflict()
    {
        var grain = GrainId.Create("practice", Sample.Key());
        var lost = new GrainState<PracticeState>(new() { Title = "lost" }, "7") { RecordExists = true };

        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.WriteStateAsync(Name, grain, lost));

        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM OrleansStorage"));
    }

    [Theory]
    [InlineData("3039b91d5b3c4c0db5ad3f5c8d2b8a11")]
    [InlineData("12")]
    [InlineData("practice/")]
    [InlineData("Practice/12")]
    public async Task A_key_that_is_not_kind_and_id_is_refused(string key)
    {
        var grain = GrainId.Create("practice", key);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.WriteStateAsync(Name, grain, Fresh("mallory")));

        Assert.Contains("kind/id", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM OrleansStorage"));
    }

    [Fact]
    public async Task State_is_never_cleared()
    {
        var grain = GrainId.Create("practice", Sample.Key());
        var state = Fresh("kept");
        await Storage.WriteStateAsync(Name, grain, state);

        await Assert.ThrowsAsync<NotSupportedException>(() => Storage.ClearStateAsync(Name, grain, state));
    }

    [Fact]
    public async Task Two_kinds_of_grain_with_one_key_keep_two_rows()
    {
        var practice = _cluster.Client.GetGrain<IPracticeTestGrain>(Sample.Key());
        var member = _cluster.Client.GetGrain<IMemberTestGrain>(Sample.Key());
        await practice.WriteAsync("practice");
        await member.WriteAsync("member");

        Assert.Equal(
            ["member-test/record", "practice-test/record"],
            await Store.ListAsync<string>("SELECT GrainType FROM OrleansStorage ORDER BY GrainType"));
    }

    [Fact]
    public async Task Arabic_is_stored_unescaped_and_read_back_in_another_silo()
    {
        await _cluster.Client.GetGrain<IPracticeTestGrain>(Sample.Key()).WriteAsync("تعاونية النسيج");
        await using var other = await Cluster.StartAsync(Options);

        Assert.Equal("تعاونية النسيج", await other.Client.GetGrain<IPracticeTestGrain>(Sample.Key()).ReadAsync());
        var payload = (await Store.ListAsync<byte[]>("SELECT PayloadBinary FROM OrleansStorage"))[0];
        Assert.Contains("تعاونية النسيج", System.Text.Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_and_its_outgoing_entries_are_stored_together()
    {
        var grain = GrainId.Create("practice", Sample.Key());
        var state = new GrainState<PracticeState>(new() { Outbox = [Sample.Outgoing(Sample.Key(), 1), Sample.Way(Sample.Barcelona, Audience.Network)] });

        await Storage.WriteStateAsync(Name, grain, state);

        var bodies = await Store.ListAsync<string>("SELECT body FROM outbox ORDER BY position");
        Assert.Equal(state.State!.Outbox.Select(StateJson.Write), bodies);
    }

    [Fact]
    public async Task A_failing_trigger_takes_the_state_back_too()
    {
        var grain = GrainId.Create("practice", Sample.Key());
        var state = Fresh("first");
        await Storage.WriteStateAsync(Name, grain, state);
        state.State = new() { Title = "second", Outbox = [Sample.Outgoing(Sample.Key(), 1), Sample.Outgoing(Sample.Key(), 2) with { Id = null! }] };

        await Assert.ThrowsAnyAsync<Exception>(() => Storage.WriteStateAsync(Name, grain, state));

        var read = Fresh("");
        await Storage.ReadStateAsync(Name, grain, read);
        Assert.Equal("first", read.State!.Title);
        Assert.Equal("1", read.ETag);
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task Writing_a_state_again_brings_no_published_entry_back()
    {
        var grain = GrainId.Create("practice", Sample.Key());
        var local = Sample.Outgoing(Sample.Key(), 1) with { Sharing = null };
        var state = new GrainState<PracticeState>(new() { Outbox = [local] });
        await Storage.WriteStateAsync(Name, grain, state);
        Assert.Equal(1, await Store.Ledger.PublishAsync());

        state.State = state.State! with { Title = "again" };
        await Storage.WriteStateAsync(Name, grain, state);
        Assert.Equal(0, await Store.Ledger.PublishAsync());

        state.State = state.State! with { Outbox = [local, Sample.Outgoing(Sample.Key(), 2)] };
        await Storage.WriteStateAsync(Name, grain, state);
        Assert.Equal(1, await Store.Ledger.PublishAsync());
    }

    [Fact]
    public void The_array_that_the_trigger_reads_is_named_outbox()
    {
        var json = StateJson.Write(new PracticeState { Outbox = [Sample.Way(Sample.Barcelona, null)] });

        Assert.Contains("\"outbox\":[{\"id\":", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_is_kept_changed_and_taken_away()
    {
        var table = (IReminderTable)_cluster.Silo.GetService(typeof(IReminderTable))!;
        var entry = new ReminderEntry
        {
            GrainId = GrainId.Create("practice", Sample.Key()),
            ReminderName = "expiry",
            StartAt = Sample.Day.UtcDateTime,
            Period = TimeSpan.FromDays(40),
        };

        var first = await table.UpsertRow(entry);
        var second = await table.UpsertRow(entry);
        var read = (await table.ReadRow(entry.GrainId, "expiry"))!;

        Assert.NotEqual(first, second);
        Assert.Equal((second, entry.StartAt, entry.Period), (read.ETag, read.StartAt, read.Period));
        Assert.Single((await table.ReadRows(0, 0)).Reminders);
        Assert.False(await table.RemoveRow(entry.GrainId, "expiry", first!));
        Assert.True(await table.RemoveRow(entry.GrainId, "expiry", second!));
        Assert.Null(await table.ReadRow(entry.GrainId, "expiry"));
    }

    private static GrainState<PracticeState> Fresh(string title) => new(new PracticeState { Title = title });
}

public sealed class GrainStorageOnSqlite : GrainStorageTests<SqliteFile>;

public sealed class GrainStorageOnPostgreSql : GrainStorageTests<PostgresDatabase>;
