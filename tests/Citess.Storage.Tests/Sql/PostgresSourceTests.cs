using Citess.Storage.Sql;
using Citess.Storage.Tests.Lab;
using Npgsql;
using Xunit;

namespace Citess.Storage.Tests.Sql;

/// <summary>One process that stands still, or whose machine is gone, must not hold up the others for ever.</summary>
public sealed class PostgresSourceTests : StorageTest<PostgresDatabase>
{
    [Theory]
    [InlineData("synchronous_commit", "on")]
    [InlineData("idle_in_transaction_session_timeout", "10s")]
    [InlineData("lock_timeout", "15s")]
    [InlineData("tcp_keepalives_idle", "10")]
    public async Task Every_connection_has_the_promised_settings(string name, string value) =>
        Assert.Equal(value, await Store.ScalarAsync<string>("SHOW " + name));

    [Theory]
    [InlineData("Host=h", 40)]
    [InlineData("Host=h;Maximum Pool Size=100", 100)]
    [InlineData("Host=h;MaxPoolSize=7", 7)]
    public async Task Two_processes_find_room_in_a_server_as_it_comes_and_an_operator_may_say_otherwise(string settings, int most)
    {
        await using var source = PostgresSource.Create(settings);

        Assert.Equal(most, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize);
    }

    [Fact]
    public async Task Publishing_goes_on_after_a_process_stopped_in_the_middle_of_it()
    {
        await using var stopped = await Store.Database.Source.OpenConnectionAsync();
        await using var transaction = await stopped.BeginTransactionAsync();
        await using var command = stopped.CreateCommand();
        command.CommandText = "UPDATE ledger_head SET number = number";
        await command.ExecuteNonQueryAsync();

        var other = await OpenAsync();
        await other.PublishAsync(Sample.Outgoing(Sample.Key(), 1)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(1, await other.Ledger.HeadAsync());
    }
}
