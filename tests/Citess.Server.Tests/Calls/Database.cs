using System.Text;
using Citess.Server.Tests.Security;
using Microsoft.Data.Sqlite;

namespace Citess.Server.Tests.Calls;

/// <summary>All that a pole keeps, table by table, as whoever steals the file would read it.</summary>
internal static class Database
{
    public static async Task<IReadOnlyList<(string Name, string Text)>> TablesAsync(this House house)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = house.DatabaseFile, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        await connection.OpenAsync();
        var names = await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'");
        var tables = new List<(string, string)>();
        foreach (var name in names)
        {
            tables.Add((name, string.Join('\n', await ColumnAsync(connection, $"SELECT * FROM \"{name}\""))));
        }

        return tables;
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await rows.ReadAsync())
        {
            read.Add(string.Join('\t', Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : rows.GetValue(column).ToString())));
        }

        return read;
    }
}
