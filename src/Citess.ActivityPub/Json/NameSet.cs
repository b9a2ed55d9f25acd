using System.Buffers;
using System.Text.Json;

namespace Citess.ActivityPub.Json;

/// <summary>
/// The member names of all objects that are open at one moment, in one pooled chained table. Objects close in reverse order,
/// so the names of the innermost stand first in every chain: a look-up meets at most the names of its own object,
/// whatever a stranger does to make hashes collide.
/// </summary>
internal ref struct NameSet(ReadOnlySpan<byte> document)
{
    private const int Buckets = 1024;

    private readonly ReadOnlySpan<byte> document = document;
    private int[]? heads;
    private Entry[]? entries;
    private byte[]? unescaped;
    private int unescapedLength;

    public int Count { get; private set; }

    /// <summary>False when the name at the reader is there already since <paramref name="first"/>. The reader's name must have no lone surrogate.</summary>
    public bool Add(ref Utf8JsonReader reader, int first)
    {
        heads ??= RentHeads();
        var entry = Locate(ref reader);
        var name = Text(entry);
        var hash = default(HashCode);
        hash.AddBytes(name);
        entry.Hash = hash.ToHashCode();
        ref var head = ref heads[entry.Hash & (Buckets - 1)];
        for (var at = head; at >= first; at = entries![at].Next)
        {
            if (entries![at].Hash == entry.Hash && Text(entries[at]).SequenceEqual(name))
            {
                return false;
            }
        }

        entry.Next = head;
        head = Count;
        Push(entry);
        return true;
    }

    /// <summary>Forgets every name from <paramref name="first"/> on.</summary>
    public void LeaveTo(int first)
    {
        while (Count > first)
        {
            ref var last = ref entries![--Count];
            heads![last.Hash & (Buckets - 1)] = last.Next;
        }
    }

    public readonly void Dispose()
    {
        Return(heads);
        Return(entries);
        Return(unescaped);
    }

    private static int[] RentHeads()
    {
        var rented = ArrayPool<int>.Shared.Rent(Buckets);
        rented.AsSpan(0, Buckets).Fill(-1);
        return rented;
    }

    private static void Return<T>(T[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }

    private Entry Locate(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return new Entry { Start = (int)reader.TokenStartIndex + 1, Length = reader.ValueSpan.Length };
        }

        // Unescaping never makes a name longer, so the document's length is enough for all of them.
        unescaped ??= ArrayPool<byte>.Shared.Rent(document.Length);
        var start = unescapedLength;
        var length = reader.CopyString(unescaped.AsSpan(start));
        unescapedLength += length;
        return new Entry { Start = start, Length = length, IsUnescaped = true };
    }

    private readonly ReadOnlySpan<byte> Text(in Entry entry) =>
        (entry.IsUnescaped ? unescaped : document).Slice(entry.Start, entry.Length);

    private void Push(in Entry entry)
    {
        entries ??= ArrayPool<Entry>.Shared.Rent(64);
        if (Count == entries.Length)
        {
            var larger = ArrayPool<Entry>.Shared.Rent(Count * 2);
            entries.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<Entry>.Shared.Return(entries);
            entries = larger;
        }

        entries[Count++] = entry;
    }

    private struct Entry
    {
        public int Start;
        public int Length;
        public int Hash;
        public int Next;
        public bool IsUnescaped;
    }
}
