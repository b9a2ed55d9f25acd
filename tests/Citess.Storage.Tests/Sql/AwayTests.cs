using Citess.Poles.Kernel;
using Citess.Storage.Identity;
using Citess.Storage.Sql;
using Citess.Storage.Tests.Lab;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Xunit;

namespace Citess.Storage.Tests.Sql;

public sealed class AwayTests : StorageTest<PostgresDatabase>
{
    [Fact]
    public async Task A_server_that_does_not_answer_is_told_apart_from_a_wrong_statement()
    {
        // Port 1 is nobody's.
        var settings = new NpgsqlConnectionStringBuilder(Options.ConnectionString) { Port = 1 };
        await using var services = new ServiceCollection().AddLogging()
            .AddCitessDatabase(new() { Provider = Provider.PostgreSql, ConnectionString = settings.ConnectionString }).BuildServiceProvider();
        var database = services.GetRequiredService<Database>();

        var away = await Assert.ThrowsAsync<UnavailableException>(() => database.ExecuteAsync("SELECT 1", values: null));

        // Nothing in it is of the driver: another process of the pole could not read that, and would answer 500.
        Assert.IsType<IOException>(away.InnerException);
        Assert.Null(away.InnerException.InnerException);
        Assert.True(UnavailableException.Caused(new InvalidOperationException("The state was not written.", away)));
        Assert.False(UnavailableException.Caused(new InvalidOperationException("Something else.", new TimeoutException())));
        Assert.False(UnavailableException.Caused(new StorageFullException(away.InnerException)));
        await Assert.ThrowsAsync<UnavailableException>(() => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1")));
        await Assert.ThrowsAsync<PostgresException>(() => Store.ExecuteAsync("SELECT 1 FROM nowhere"));

        var health = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries[StorageRegistration.HealthName];
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.StartsWith("The database does not answer.", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_gave_a_sign_of_life_just_now_runs()
    {
        var processes = Store.Get<RunningProcesses>();
        Assert.False(await processes.AnyAsync(TestContext.Current.CancellationToken));
        await Store.ExecuteAsync("INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES ('citess')");
        await Store.ExecuteAsync("INSERT INTO OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, StartTime, IAmAliveTime) VALUES ('citess', '127.0.0.1', 1, 1, 'a', 'a', 3, now(), now())");
        Assert.True(await processes.AnyAsync(TestContext.Current.CancellationToken));
        await Store.ExecuteAsync("UPDATE OrleansMembershipTable SET Status = 6");
        Assert.False(await processes.AnyAsync(TestContext.Current.CancellationToken));
        await Store.ExecuteAsync("UPDATE OrleansMembershipTable SET Status = 3, IAmAliveTime = now() - interval '11 seconds'");
        Assert.False(await processes.AnyAsync(TestContext.Current.CancellationToken));
    }
}
