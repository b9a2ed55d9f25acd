using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>The SQLite file of a pole, read from outside while the pole runs.</summary>
public sealed class PoleDatabase(string folder)
{
    /// <summary>Changes by itself or by looking: the cache of actors, the health check, when poles were last compared.</summary>
    private static readonly string[] Restless = ["remote_actor", "remote_actor_key", "pulse", "repair"];

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null)
    {
        await using var connection = await OpenAsync();
        return (await connection.QueryAsync<T>(sql, values)).AsList();
    }

    /// <summary>Each table with its number of rows and the hash of all that stands in them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ContentAsync()
    {
        await using var connection = await OpenAsync();
        await using var moment = await connection.BeginTransactionAsync();
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'", transaction: moment))
        {
            if (!Restless.Contains(table, StringComparer.Ordinal))
            {
                content[table] = await HashAsync(connection, table);
            }
        }

        Assert.Contains("inbox", content.Keys);
        Assert.Contains("OrleansStorage", content.Keys);
        return content;
    }

    private static async Task<string> HashAsync(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString());
            rows.Add(string.Join('\u001f', row));
        }

        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count} rows, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', rows))))}";
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "citess.db"), Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
