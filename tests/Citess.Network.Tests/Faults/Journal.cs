using System.Text.Json;
using Citess.Poles.Kernel;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// What clients were promised, in a file outside all poles: one line per answer of success, on the disk before the client
/// goes on.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private readonly FileStream file;
    private readonly Lock turn = new();
    private int count;

    public Journal() => file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);

    public int Count => Volatile.Read(ref count);

    public void Write(Promise promise)
    {
        lock (turn)
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(promise, StateJson.Options));
            file.WriteByte((byte)'\n');
            file.Flush(flushToDisk: true);
            count++;
        }
    }

    /// <summary>All that was promised, in the order of the answers.</summary>
    public IReadOnlyList<Promise> Read()
    {
        lock (turn)
        {
            file.Flush();
            return [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<Promise>(line, StateJson.Options)!)];
        }
    }

    public void Dispose()
    {
        file.Dispose();
        File.Delete(path);
    }
}
