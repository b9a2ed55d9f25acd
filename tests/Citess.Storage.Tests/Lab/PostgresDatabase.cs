using Dapper;
using Npgsql;

namespace Citess.Storage.Tests.Lab;

public sealed class PostgresDatabase : TestDatabase
{
    public const string Variable = "CITESS_TEST_POSTGRES";

    private readonly string _name = "citess_test_" + Guid.NewGuid().ToString("N");

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"Set {Variable} to the connection string of a PostgreSQL server on which databases may be created, for example Host=127.0.0.1;Username=postgres. tests/run.sh does this.");

    public override async Task<StorageOptions> MakeAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {_name} TEMPLATE template0 ENCODING 'UTF8'");
        var settings = new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 };
        return new() { Provider = Provider.PostgreSql, ConnectionString = settings.ConnectionString };
    }

    public override async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    private static async Task ExecuteAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(Server) { Pooling = false };
        settings.Database ??= "postgres";
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
