using Dapper;
using Npgsql;

namespace Citess.Network.Tests.House;

/// <summary>A database of its own on the PostgreSQL server that the tests are given; gone when they are done.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private const string Variable = "CITESS_TEST_POSTGRES";

    private readonly string name = "citess_network_" + Guid.NewGuid().ToString("N");
    private readonly string server;

    private PostgresDatabase(string server) => this.server = server;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static string Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException($"Set {Variable} to the connection string of a PostgreSQL server on which databases may be created. tests/run.sh does this.");

    /// <summary>On the server named, or on the one that the tests are given.</summary>
    public static async Task<PostgresDatabase> MakeAsync(string? server = null)
    {
        var database = new PostgresDatabase(server ?? Given);
        await database.ExecuteAsync($"CREATE DATABASE {database.name} TEMPLATE template0 ENCODING 'UTF8'");
        return database;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(server) { Pooling = false };
        settings.Database ??= "postgres";
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
