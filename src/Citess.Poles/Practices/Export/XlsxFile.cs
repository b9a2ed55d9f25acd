using System.Globalization;
using System.Runtime.CompilerServices;
using Citess.Poles.Kernel.Culture;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Citess.Poles.Practices.Export;

/// <summary>A table as a workbook of one sheet: texts are typed as texts, so that none is taken for a formula.</summary>
internal static class XlsxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A workbook is a zip whose parts are written back and forth: it is made in a file that is gone once it was sent.</summary>
    public static async Task WriteAsync(Stream target, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        await file.SaveAsAsync(Keyed(rows, headings, stop), printHeader: false, sheetName: "CitESS", configuration: Layout(headings), cancellationToken: stop);
        file.Position = 0;
        await file.CopyToAsync(target, stop);
    }

    private static OpenXmlConfiguration Layout(IReadOnlyList<string> headings) => new()
    {
        RightToLeft = Languages.Current.IsRightToLeft,
        TableStyles = TableStyles.None,
        AutoFilter = false,
        DynamicColumns = [.. headings.Select((_, place) => new DynamicExcelColumn(Key(place)) { Index = place, Width = 24 })],
    };

    /// <summary>The headings are the first row, so that a table of nothing has them too.</summary>
    private static async IAsyncEnumerable<Dictionary<string, object?>> Keyed(IAsyncEnumerable<IReadOnlyList<object?>> rows, IReadOnlyList<string> headings, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return Keyed(headings);
        await foreach (var row in rows.WithCancellation(stop))
        {
            yield return Keyed(row);
        }
    }

    private static Dictionary<string, object?> Keyed(IReadOnlyList<object?> cells) => Enumerable.Range(0, cells.Count).ToDictionary(Key, place => cells[place], StringComparer.Ordinal);

    private static string Key(int place) => place.ToString(CultureInfo.InvariantCulture);
}
