namespace Citess.ActivityPub.Inbox;

/// <summary>One fetch at a time per host, and few that wait: neither a slow host nor a thousand first contacts at once can tie up the server.</summary>
internal sealed class HostTurns(int waiting)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);

    /// <summary>Waits for the host's turn; null when too many wait already. Dispose to pass the turn on.</summary>
    public async Task<IDisposable?> TakeAsync(string authority, CancellationToken token)
    {
        Line line;
        lock (gate)
        {
            if (!lines.TryGetValue(authority, out line!))
            {
                lines[authority] = line = new Line();
            }

            if (line.People > waiting)
            {
                return null;
            }

            line.People++;
        }

        try
        {
            await line.Turn.WaitAsync(token);
            return new Held(this, authority, line);
        }
        catch
        {
            Leave(authority, line);
            throw;
        }
    }

    private void Leave(string authority, Line line)
    {
        lock (gate)
        {
            if (--line.People == 0)
            {
                lines.Remove(authority);
            }
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int People { get; set; }
    }

    private sealed class Held(HostTurns turns, string authority, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Turn.Release();
            turns.Leave(authority, line);
        }
    }
}
