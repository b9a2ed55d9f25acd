namespace Citess.ActivityPub.Inbox;

/// <summary>Remembers things for a while, and never more than so many: 100,000 invented hosts must not fill the memory (CVE-2026-69132).</summary>
internal sealed class BoundedMemory<T>(int capacity, TimeSpan window, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (T Value, DateTimeOffset At)> items = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset At)> order = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return items.Count;
            }
        }
    }

    public bool TryRecall(string key, out T value)
    {
        lock (gate)
        {
            var known = items.TryGetValue(key, out var item) && time.GetUtcNow() - item.At < window;
            value = item.Value;
            return known;
        }
    }

    /// <summary>False when the key is remembered already; the window then runs on from the first time.</summary>
    public bool TryRemember(string key, T value)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            while (order.TryPeek(out var oldest) && (now - oldest.At >= window || items.Count >= capacity))
            {
                order.Dequeue();
                if (items.TryGetValue(oldest.Key, out var item) && item.At == oldest.At)
                {
                    items.Remove(oldest.Key);
                }
            }

            if (!items.TryAdd(key, (value, now)))
            {
                return false;
            }

            order.Enqueue((key, now));
            return true;
        }
    }
}
