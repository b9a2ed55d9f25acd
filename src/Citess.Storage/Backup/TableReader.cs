using System.Globalization;
using System.Text;
using System.Text.Json;
using Citess.Storage.Sql;

namespace Citess.Storage.Backup;

/// <summary>Reads what <see cref="TableWriter"/> wrote.</summary>
internal static class TableReader
{
    /// <summary>The rows as values by column.</summary>
    public static async IAsyncEnumerable<Dictionary<string, object>> ReadAsync(Stream source)
    {
        using var lines = new StreamReader(source, Encoding.UTF8);
        var columns = JsonSerializer.Deserialize<string[]>((await lines.ReadLineAsync())!)!;
        while (await lines.ReadLineAsync() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.EnumerateArray()
                .Select((value, place) => KeyValuePair.Create(columns[place], Value(columns[place], value)))
                .ToDictionary(StringComparer.Ordinal);
        }
    }

    public static async Task LoadAsync(Writing writing, string table, Stream source)
    {
        await using var command = writing.Connection.CreateCommand();
        command.Transaction = writing.Transaction;
        await foreach (var row in ReadAsync(source))
        {
            if (command.CommandText.Length == 0)
            {
                // The names are checked against the hash of a file that holds the keys: whoever could forge them has all.
                command.CommandText = $"INSERT INTO {table} ({string.Join(", ", row.Keys)}) VALUES ({string.Join(", ", row.Keys.Select(column => "@" + column))})";
            }

            command.Parameters.Clear();
            foreach (var (column, value) in row)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (column, value);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private static object Value(string column, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => DBNull.Value,
        JsonValueKind.Number => value.GetInt64(),
        _ when Tables.IsBinary(column) => value.GetBytesFromBase64(),
        _ when Tables.IsTime(column) => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ => value.GetString()!,
    };
}
