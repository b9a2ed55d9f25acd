using Citess.Storage.Migrations;
using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Citess.Storage.Tests.Migrations;

public abstract class MigratorTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private Migrator Fresh => new(Store.Database, Options, TimeProvider.System, NullLogger<Migrator>.Instance);

    [Fact]
    public async Task Every_script_is_recorded_once_however_often_the_program_starts()
    {
        await using var again = await OpenAsync();

        var expected = Script.For(Options.Provider).Select(script => script.Number);
        Assert.Equal(expected, await again.ListAsync<int>("SELECT number FROM migration ORDER BY number"));
    }

    [Fact]
    public async Task Processes_that_start_at_once_make_one_schema()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Fresh.RunAsync())));

        Assert.Equal(Script.For(Options.Provider).Count, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM migration"));
    }

    [Fact]
    public async Task An_applied_script_that_was_changed_stops_the_start()
    {
        await Store.ExecuteAsync("UPDATE migration SET checksum = 'other' WHERE number = 2");

        var fault = await Assert.ThrowsAsync<SchemaException>(() => Fresh.RunAsync());

        Assert.Contains("Migration 2 (ledger) was changed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_stops_the_start()
    {
        await Store.ExecuteAsync("INSERT INTO migration (number, name, applied, checksum) VALUES (9001, 'later', 0, '')");

        var fault = await Assert.ThrowsAsync<SchemaException>(() => Fresh.RunAsync());

        Assert.Contains("newer than this program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_of_itself()
    {
        var scripts = Script.For(Options.Provider);
        var bad = new Script(9000, "bad", "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);");

        await Assert.ThrowsAnyAsync<Exception>(() => Fresh.RunAsync([.. scripts, bad], CancellationToken.None));

        await Store.ExecuteAsync("CREATE TABLE half (id INTEGER)");
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM migration WHERE number = 9000"));
    }

    [Fact]
    public void The_scripts_of_both_databases_have_the_same_numbers_and_names()
    {
        Assert.Equal(
            Script.For(Provider.Sqlite).Select(script => (script.Number, script.Name)),
            Script.For(Provider.PostgreSql).Select(script => (script.Number, script.Name)));
        Assert.Equal(Enumerable.Range(1, 7), Script.For(Provider.Sqlite).Select(script => script.Number).Take(7));
    }

    [Fact]
    public void Line_ends_do_not_change_a_checksum()
    {
        Assert.Equal(new Script(1, "a", "SELECT 1;\nSELECT 2;\n").Checksum, new Script(1, "a", "SELECT 1;\r\nSELECT 2;\r\n").Checksum);
        Assert.NotEqual(new Script(1, "a", "SELECT 1").Checksum, new Script(1, "a", "SELECT 2").Checksum);
    }
}

public sealed class MigratorOnSqlite : MigratorTests<SqliteFile>;

public sealed class MigratorOnPostgreSql : MigratorTests<PostgresDatabase>;
