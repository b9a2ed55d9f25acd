using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Citess.Storage.Backup;

/// <summary>Writes a table as lines of JSON: the names of the columns, then an array for each row.</summary>
internal static class TableWriter
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static async Task<TableManifest> WriteAsync(string table, DbConnection connection, DbTransaction transaction, Stream target, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var line = new MemoryStream();
        await using var writer = new Utf8JsonWriter(line, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetName(place).ToLowerInvariant()).ToArray();
        await WriteLineAsync(() => Array.ForEach(columns, writer.WriteStringValue));
        var rows = 0L;
        while (await reader.ReadAsync(stop))
        {
            await WriteLineAsync(() =>
            {
                for (var place = 0; place < columns.Length; place++)
                {
                    Write(writer, reader, place, columns[place]);
                }
            });
            rows++;
        }

        return new(table, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));

        async Task WriteLineAsync(Action values)
        {
            line.SetLength(0);
            writer.Reset(line);
            writer.WriteStartArray();
            values();
            writer.WriteEndArray();
            await writer.FlushAsync(stop);
            line.Write(LineEnd);
            hash.AppendData(line.GetBuffer(), 0, (int)line.Length);
            await target.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), stop);
        }
    }

    private static void Write(Utf8JsonWriter writer, DbDataReader reader, int place, string column)
    {
        if (reader.IsDBNull(place))
        {
            writer.WriteNullValue();
        }
        else if (Tables.IsTime(column))
        {
            writer.WriteStringValue(DateTime.SpecifyKind(reader.GetDateTime(place), DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
        }
        else
        {
            switch (reader.GetValue(place))
            {
                case byte[] bytes:
                    writer.WriteBase64StringValue(bytes);
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case var number:
                    writer.WriteNumberValue(Convert.ToInt64(number, CultureInfo.InvariantCulture));
                    break;
            }
        }
    }
}
