using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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
        Assert.ThrowsAny<Exception>(() => new Microsoft.Extensions.DependencyInjection.ServiceCollection().AddCitessDatabase(new() { Provider = Provider.PostgreSql }));
        Assert.ThrowsAny<Exception>(() => new Microsoft.Extensions.DependencyInjection.ServiceCollection().AddCitessDatabase(new() { DataFolder = " " }));
    }

    private async Task<HealthStatus> CheckAsync() => (await Store.Get<HealthCheckService>().CheckHealthAsync()).Entries[StorageRegistration.HealthName].Status;
}

public sealed class StorageHealthOnSqlite : StorageHealthTests<SqliteFile>;

public sealed class StorageHealthOnPostgreSql : StorageHealthTests<PostgresDatabase>;
