using Citess.Storage.Tests.Lab;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Xunit;

namespace Citess.Storage.Tests.Sql;

public abstract class StorageHealthTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task A_database_that_takes_a_durable_write_is_healthy()
    {
        Assert.Equal(HealthStatus.Healthy, await CheckAsync());
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM pulse"));
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_not()
    {
        await Store.ExecuteAsync("DROP TABLE pulse");

        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync());
    }

    [Fact]
    public async Task Entries_set_aside_are_reported()
    {
        await Store.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES ('x', 'no json')");
        await Store.Ledger.PublishAsync();

        Assert.Equal(HealthStatus.Degraded, await CheckAsync());
    }

    [Fact]
    public void Options_that_name_no_database_are_refused()
    {
        Assert.ThrowsAny<Exception>(() => new ServiceCollection().AddCitessDatabase(new() { Provider = Provider.PostgreSql }));
        Assert.ThrowsAny<Exception>(() => new ServiceCollection().AddCitessDatabase(new() { DataFolder = " " }));
    }

    private protected async Task<HealthReportEntry> ReportAsync(Store? store = null) => (await (store ?? Store).Get<HealthCheckService>().CheckHealthAsync()).Entries[StorageRegistration.HealthName];

    private async Task<HealthStatus> CheckAsync() => (await ReportAsync()).Status;
}

public sealed class StorageHealthOnSqlite : StorageHealthTests<SqliteFile>
{
    /// <summary>The pool hands a connection out again as it was left. What PostgreSQL may be told is tried where it has a server of its own.</summary>
    [Theory]
    [InlineData("PRAGMA synchronous = NORMAL", "PRAGMA synchronous is 1")]
    [InlineData("PRAGMA synchronous = OFF", "PRAGMA synchronous is 0")]
    [InlineData("PRAGMA secure_delete = OFF", "PRAGMA secure_delete is 0")]
    [InlineData("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys is 0")]
    public async Task A_connection_that_lost_what_durability_and_erasure_rest_on_is_found_with_its_remedy(string turn, string found)
    {
        // What runs beside this may hold another connection just now, which the pool then hands out first.
        HealthReportEntry report;
        var tries = 0;
        do
        {
            await Store.Database.ReadAsync(connection => connection.ExecuteAsync(turn));
            report = await ReportAsync();
        }
        while (report.Status == HealthStatus.Healthy && ++tries < 20);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains(found, report.Description, StringComparison.Ordinal);
        Assert.Contains("Start the pole again", Assert.IsType<string>(report.Data[StorageRegistration.HealthMend]), StringComparison.Ordinal);
    }
}

public sealed class StorageHealthOnPostgreSql : StorageHealthTests<PostgresDatabase>
{
    [Fact]
    public async Task A_server_that_lets_in_less_than_one_process_may_need_is_found_with_its_remedy()
    {
        var asks = new NpgsqlConnectionStringBuilder(Options.ConnectionString) { MaxPoolSize = 5_000 }.ConnectionString;
        var store = Keep(await Lab.Store.OpenAsync(new() { Provider = Provider.PostgreSql, ConnectionString = asks }, services => services.AddSingleton(TimeProvider.System)));

        var report = await ReportAsync(store);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains("may need 5000", report.Description, StringComparison.Ordinal);
        Assert.Contains("max_connections", Assert.IsType<string>(report.Data[StorageRegistration.HealthMend]), StringComparison.Ordinal);
    }
}
