using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>The database of a pole, seen from outside while the pole runs.</summary>
public sealed class PoleDatabase
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table'";
    private const string PostgresTables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";

    /// <summary>Changes by itself or by looking: the cache of actors, the health check, when poles were last compared, which processes live.</summary>
    private static readonly string[] Restless = ["remote_actor", "remote_actor_key", "pulse", "repair", "account_visit", "OrleansMembershipTable", "OrleansMembershipVersionTable"];

    private readonly Func<DbConnection> connect;
    private readonly string tables;

    private PoleDatabase(Func<DbConnection> connect, string tables) => (this.connect, this.tables) = (connect, tables);

    public static PoleDatabase OfFolder(string folder) =>
        new(() => new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "citess.db"), Pooling = false, DefaultTimeout = 30 }.ConnectionString), SqliteTables);

    public static PoleDatabase OfPostgres(string connectionString) =>
        new(() => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString), PostgresTables);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null)
    {
        await using var connection = await OpenAsync();
        return (await connection.QueryAsync<T>(sql, values)).AsList();
    }

    /// <summary>Changes it behind the pole's back, as a fault or a bad operator would.</summary>
    public async Task<int> ExecuteAsync(string sql, object? values = null)
    {
        await using var connection = await OpenAsync();
        return await connection.ExecuteAsync(sql, values);
    }

    /// <summary>Each table with its number of rows and the hash of all that stands in them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ContentAsync()
    {
        await using var connection = await OpenAsync();
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await connection.QueryAsync<string>(tables, transaction: moment))
        {
            if (!Restless.Contains(table, StringComparer.OrdinalIgnoreCase))
            {
                content[table] = await HashAsync(connection, table);
            }
        }

        Assert.Contains("inbox", content.Keys);
        Assert.Contains("OrleansStorage", content.Keys, StringComparer.OrdinalIgnoreCase);
        return content;
    }

    public Task<IReadOnlyList<string>> TablesAsync() => QueryAsync<string>(tables);

    /// <summary>The tables in which a text stands anywhere, in whatever case, indexes of full text included.</summary>
    public async Task<IReadOnlyList<string>> TablesWithAsync(string text, string except = "\0")
    {
        await using var connection = await OpenAsync();
        var found = new List<string>();
        foreach (var table in await TablesAsync())
        {
            if ((await RowsAsync(connection, table, Encoding.UTF8.GetString)).Exists(row => row.Replace(except, "", StringComparison.Ordinal).Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(table);
            }
        }

        return found;
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string table, Func<byte[], string> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).Select(value => value is byte[] bytes ? read(bytes) : value.ToString());
            rows.Add(string.Join('\u001f', row));
        }

        return rows;
    }

    private static async Task<string> HashAsync(DbConnection connection, string table)
    {
        var rows = await RowsAsync(connection, table, Convert.ToHexString);
        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count} rows, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', rows))))}";
    }

    private async Task<DbConnection> OpenAsync()
    {
        var connection = connect();
        await connection.OpenAsync();
        return connection;
    }
}
