using System.Collections.Concurrent;
using System.IO.Compression;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Storage.Backup;
using Citess.Storage.Migrations;
using Citess.Storage.Tests.Lab;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Xunit;

namespace Citess.Storage.Tests.Backup;

/// <summary>From each database into each: a backup also moves a pole.</summary>
public abstract class BackupTests<TDatabase, TOther> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
    where TOther : TestDatabase, new()
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citess-backup-").FullName;

    private string File => Path.Combine(_folder, "now.backup");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_backup_under_load_restores_to_all_that_was_acknowledged_before_with_a_new_epoch()
    {
        var node = await Store.Node.LoadAsync(() => Pole.Fresh(TimeProvider.System));
        var acknowledged = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var id = Guid.NewGuid().ToString("N");
                await Store.Inbox.KeepAsync(Sample.Letter(id));
                acknowledged.Enqueue(id);
            }
        })).ToList();
        while (acknowledged.Count < 100)
        {
            await Task.WhenAny(writing.Append(Task.Delay(5)));
        }

        var before = acknowledged.ToArray();
        var taken = await Store.Get<IBackups>().WriteAsync(File);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        var restored = await RestoreAsync();

        var held = (await restored.Inbox.WaitingAsync(Sample.Barcelona, int.MaxValue)).Select(letter => letter.ActivityId).ToList();
        Assert.Empty(before.Except(held, StringComparer.Ordinal));
        Assert.Empty(held.Except(acknowledged, StringComparer.Ordinal));
        Assert.Equal(taken.Tables.Single(table => table.Name == "inbox").Rows, held.Count);
        var now = await restored.Node.LoadAsync(() => throw new InvalidOperationException("no identity"));
        Assert.Equal(node.Epoch, taken.Epoch);
        Assert.NotEqual(node.Epoch, now.Epoch);
        Assert.Equal(StateJson.Write(node with { Epoch = now.Epoch }), StateJson.Write(now));
    }

    [Fact]
    public async Task A_restored_pole_has_every_row_and_goes_on_where_it_was()
    {
        await FillAsync();
        await Store.Get<IBackups>().WriteAsync(File);
        var restored = await RestoreAsync();

        foreach (var table in Tables.Copied.Append(Tables.Catalogue).Append("catalogue_tag").Except(["node"]))
        {
            Assert.Equal(await RowsAsync(Store, table), await RowsAsync(restored, table));
        }

        Assert.Equal(2, (await restored.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own, Text = "تعاون" })).Total);

        // What was published is not published again, and what waited is; numbers go on.
        Assert.Equal(1, await restored.Ledger.PublishAsync());
        Assert.Equal(3, await restored.Ledger.HeadAsync());
        Assert.Equal(Keeping.Kept, await restored.Inbox.KeepAsync(Sample.Letter("next")));
        var letters = await restored.Inbox.WaitingAsync(Sample.Barcelona, 10);
        Assert.Equal(["waiting", "next"], letters.Select(letter => letter.ActivityId));
    }

    [Fact]
    public async Task A_migration_that_filled_a_gap_after_the_backup_runs_over_what_is_put_back()
    {
        await FillAsync();
        foreach (var undo in new[] { "DROP INDEX courier_authority", "ALTER TABLE courier DROP COLUMN authority", "ALTER TABLE courier DROP COLUMN refused_row", "ALTER TABLE courier DROP COLUMN refused_since", "ALTER TABLE courier DROP COLUMN turned_away", "ALTER TABLE courier DROP COLUMN turned_away_at", "DELETE FROM migration WHERE number = 61" })
        {
            await Store.ExecuteAsync(undo);
        }

        var taken = await Store.Get<IBackups>().WriteAsync(File);
        var restored = await RestoreAsync();

        Assert.DoesNotContain(61, taken.Migrations);
        Assert.True(taken.Schema > 61);
        Assert.Equal([Sample.Barcelona], await restored.ListAsync<string>("SELECT authority FROM courier"));
    }

    [Fact]
    public async Task A_database_that_holds_a_pole_is_left_alone_unless_forced()
    {
        await FillAsync();
        await Store.Get<IBackups>().WriteAsync(File);
        await Store.Inbox.KeepAsync(Sample.Letter("after"));

        await Assert.ThrowsAsync<BackupException>(() => Store.Get<IBackups>().RestoreAsync(File, force: false));
        Assert.Equal("00", await Store.Inbox.HashOfAsync("after"));

        await Store.Get<IBackups>().RestoreAsync(File, force: true);
        Assert.Null(await Store.Inbox.HashOfAsync("after"));
        Assert.Equal("00", await Store.Inbox.HashOfAsync("waiting"));
    }

    [Fact]
    public async Task A_restore_that_fails_half_way_changes_nothing()
    {
        await FillAsync();
        var node = await Store.Node.LoadAsync(() => throw new InvalidOperationException("no identity"));
        await Store.Get<IBackups>().WriteAsync(File);

        // The entry cannot be put into the catalogue, which comes last.
        await Store.ExecuteAsync("UPDATE catalogue SET body = '[]'");
        var broken = Path.Combine(_folder, "broken.backup");
        await Store.Get<IBackups>().WriteAsync(broken);
        await Assert.ThrowsAnyAsync<Exception>(() => Store.Get<IBackups>().RestoreAsync(broken, force: true));

        Assert.Equal(node.Epoch, (await Store.Node.LoadAsync(() => throw new InvalidOperationException("no identity"))).Epoch);
        Assert.Equal(2, await Store.Ledger.HeadAsync());
    }

    [Fact]
    public async Task A_damaged_file_is_refused_wherever_it_is_damaged()
    {
        await FillAsync();
        await Store.Get<IBackups>().WriteAsync(File);
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        Assert.NotEmpty((await Store.Get<IBackups>().VerifyAsync(File)).Tables);
        var restored = 0;
        for (var place = 40; place < whole.Length; place += Math.Max(1, whole.Length / 60))
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0x55;
            await System.IO.File.WriteAllBytesAsync(File, damaged);
            try
            {
                await Store.Get<IBackups>().VerifyAsync(File);
                restored++;
                await RestoreAndCompareAsync();
            }
            catch (BackupException)
            {
                // As it should be.
            }
        }

        // A bit in a name or a date of the ZIP may change nothing that is read.
        Assert.InRange(restored, 0, 30);
        await System.IO.File.WriteAllBytesAsync(File, whole[..(whole.Length / 2)]);
        await Assert.ThrowsAsync<BackupException>(() => Store.Get<IBackups>().VerifyAsync(File));
    }

    [Fact]
    public async Task The_file_is_its_owners_alone_and_replaces_an_older_one_whole()
    {
        await FillAsync();
        await System.IO.File.WriteAllTextAsync(File, "older");
        await Store.Get<IBackups>().WriteAsync(File);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal([File], Directory.GetFiles(_folder));
        await Store.Get<IBackups>().VerifyAsync(File);
    }

    [Fact]
    public async Task A_backup_of_an_earlier_release_is_restored_and_has_the_tables_that_it_did_not_know()
    {
        var node = await Store.Node.LoadAsync(() => Pole.Fresh(TimeProvider.System));
        var taken = await Store.Get<IBackups>().WriteAsync(File);
        string[] later = ["blob", "sealed_letter"];
        using (var zip = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            foreach (var name in later.Select(Archive.EntryOf).Append("manifest.json").Append("seal.sha256"))
            {
                zip.GetEntry(name)!.Delete();
            }

            await Archive.SealAsync(zip, taken with { Schema = 30, Tables = [.. taken.Tables.Where(table => !later.Contains(table.Name, StringComparer.Ordinal))] });
        }

        var restored = await RestoreAsync();
        Assert.Equal(node.PoleId, (await restored.Node.LoadAsync(() => throw new InvalidOperationException("no identity"))).PoleId);
        Assert.Equal(0, await restored.ScalarAsync<long>("SELECT COUNT(*) FROM blob"));
        Assert.Equal(0, await restored.ScalarAsync<long>("SELECT COUNT(*) FROM sealed_letter"));
    }

    [Fact]
    public async Task No_table_is_forgotten()
    {
        var tables = await Store.ListAsync<string>(IsSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'catalogue_text_%'"
            : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()");
        var known = Tables.Copied.Append(Tables.Catalogue).Concat(Tables.Left).ToList();

        Assert.Empty(tables.Select(table => table.ToLowerInvariant()).Except(known, StringComparer.Ordinal));
        Assert.Equal(known.Count, known.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<List<string>> RowsAsync(Store store, string table)
    {
        var rows = await store.Database.ReadAsync(async connection => (await connection.QueryAsync($"SELECT * FROM {table}")).AsList());
        return [.. rows.Cast<IDictionary<string, object?>>()
            .Select(row => string.Join('|', row
                .Where(column => column.Key != "row_id" && !column.Key.Equals("StartTime", StringComparison.OrdinalIgnoreCase))
                .Select(column => column.Key.ToLowerInvariant() + "=" + (column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value))))
            .Order(StringComparer.Ordinal)];
    }

    private async Task RestoreAndCompareAsync()
    {
        var restored = await RestoreAsync();
        Assert.Equal(await RowsAsync(Store, "ledger"), await RowsAsync(restored, "ledger"));
    }

    private async Task<Store> RestoreAsync()
    {
        var other = Keep(new TOther());
        var options = await other.MakeAsync();
        var restored = await Lab.Store.OpenAsync(options);
        Keep(restored);
        await restored.Get<IBackups>().RestoreAsync(File, force: false);
        return restored;
    }

    private async Task FillAsync()
    {
        await Store.Node.LoadAsync(() => Pole.Fresh(TimeProvider.System));
        await using (var cluster = await Cluster.StartAsync(Options))
        {
            var grain = GrainId.Create("practice", Sample.Key(1));
            await cluster.Storage.WriteStateAsync("practice/record", grain, new GrainState<PracticeState>(new()
            {
                Title = "تعاونية \"النسيج\" \u2028",
                Outbox = [Sample.Outgoing(Sample.Key(1), 1), Sample.Way(Sample.Barcelona, Audience.Network)],
            }));
        }

        await Store.PublishAsync(Sample.Outgoing(Sample.Key(2), 1));
        await Store.EnqueueAsync(Sample.Outgoing(Sample.Key(3), 1, "hort"));
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 1, 410, "gone");
        await Store.Inbox.KeepAsync(Sample.Letter("waiting"));
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(9), 4, "verger")], new Dictionary<long, string>());
        var accounts = Store.Get<IAccountRows>();
        await accounts.CreateAsync(new() { Id = "a1", UserName = "amira", NormalizedUserName = "AMIRA", Roles = ["coordinator"] }, CancellationToken.None);
        await accounts.SecretAsync("tokens", () => "secret");
        await Store.ExecuteAsync(
            "INSERT INTO OrleansRemindersTable (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version) VALUES ('citess', 'practice/x', 'expiry', @StartTime, 60000, 7, 0)",
            new { StartTime = Sample.Day.UtcDateTime });
    }
}

public sealed class BackupFromSqliteToSqlite : BackupTests<SqliteFile, SqliteFile>;

public sealed class BackupFromSqliteToPostgreSql : BackupTests<SqliteFile, PostgresDatabase>;

public sealed class BackupFromPostgreSqlToSqlite : BackupTests<PostgresDatabase, SqliteFile>;

public sealed class BackupFromPostgreSqlToPostgreSql : BackupTests<PostgresDatabase, PostgresDatabase>;

public sealed class BackupWithoutDatabase
{
    [Fact]
    public async Task A_pole_that_was_never_started_has_nothing_to_back_up()
    {
        var folder = Path.Combine(Path.GetTempPath(), "citess-test-" + Guid.NewGuid().ToString("N"));
        await using var services = new ServiceCollection().AddLogging().AddCitessDatabase(new() { DataFolder = folder }).BuildServiceProvider();
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".backup");

        await Assert.ThrowsAsync<NoPoleException>(() => services.GetRequiredService<IBackups>().WriteAsync(file));

        Assert.False(Directory.Exists(folder));
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"));
    }
}
