using System.Globalization;
using System.Text;

namespace Citess.Poles.Practices.Export;

/// <summary>A table as text with commas (RFC 4180), beginning with the sign by which spreadsheet programs know UTF-8.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>With these a spreadsheet program takes a cell for a formula, and a partner's title would run on the reader's machine. The wide ones are the same to programs that fold them.</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    public static async Task WriteAsync(Stream target, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);
        await writer.WriteAsync(Line(headings).AsMemory(), stop);
        await foreach (var row in rows.WithCancellation(stop))
        {
            await writer.WriteAsync(Line(row).AsMemory(), stop);
        }
    }

    internal static string Cell(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => Quoted(text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n;\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
