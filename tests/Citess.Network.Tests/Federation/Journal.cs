using System.Globalization;

namespace Citess.Network.Tests.Federation;

/// <summary>
/// What a client was promised, in a file outside all poles: one line per answer of success, on the disk before the client
/// goes on.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private readonly FileStream file;
    private readonly Lock turn = new();

    public Journal() => file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);

    public void Write(string id, int revision, string title)
    {
        lock (turn)
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}\t{revision}\t{title}\n")));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>The highest revision promised of each id, with what it said.</summary>
    public IReadOnlyDictionary<string, (int Revision, string Title)> Read()
    {
        lock (turn)
        {
            file.Flush();
            return File.ReadAllLines(path)
                .Select(line => line.Split('\t'))
                .GroupBy(line => line[0], StringComparer.Ordinal)
                .ToDictionary(lines => lines.Key, lines => lines.Select(line => (Revision: int.Parse(line[1], CultureInfo.InvariantCulture), Title: line[2])).MaxBy(line => line.Revision), StringComparer.Ordinal);
        }
    }

    public void Dispose()
    {
        file.Dispose();
        File.Delete(path);
    }
}
