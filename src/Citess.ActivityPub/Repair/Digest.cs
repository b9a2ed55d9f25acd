using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Citess.ActivityPub.Repair;

/// <summary>
/// What a set of objects comes to, in 256 buckets, so that two servers find where they differ without sending the set (the
/// idea of FEP-8fcf): an object is in the bucket of the first byte of SHA-256 over its id, and a bucket is the XOR of
/// SHA-256 over <c>id LF revision</c> of its objects. The order in which objects are added does not matter.
/// </summary>
public sealed class Digest
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 256;

    private const int Size = SHA256.HashSizeInBytes;

    private readonly byte[] sums = new byte[Buckets * Size];
    private readonly int[] counts = new int[Buckets];

    /// <summary>How many objects are in it.</summary>
    public int Count { get; private set; }

    /// <summary>One hash over all buckets, hexadecimal: equal when the sets are.</summary>
    public string Root => Convert.ToHexStringLower(SHA256.HashData(sums));

    /// <summary>One bucket, hexadecimal; empty when nothing is in it.</summary>
    public string this[int bucket] => counts[bucket] == 0 ? "" : Convert.ToHexStringLower(sums.AsSpan(bucket * Size, Size));

    /// <summary>Adds one object; adding the same twice would take it out again.</summary>
    public void Add(string id, int revision)
    {
        Span<byte> buffer = stackalloc byte[1024];
        Span<byte> hash = stackalloc byte[Size];
        var length = Encoding.UTF8.GetByteCount(id);
        var text = length + 12 <= buffer.Length ? buffer : new byte[length + 12];
        Encoding.UTF8.GetBytes(id, text);
        SHA256.HashData(text[..length], hash);
        var bucket = hash[0];
        text[length] = (byte)'\n';
        revision.TryFormat(text[(length + 1)..], out var digits, provider: CultureInfo.InvariantCulture);
        SHA256.HashData(text[..(length + 1 + digits)], hash);
        var sum = sums.AsSpan(bucket * Size, Size);
        for (var place = 0; place < Size; place++)
        {
            sum[place] ^= hash[place];
        }

        counts[bucket]++;
        Count++;
    }

    /// <summary>The same with some more objects, for whoever sees more; this one stays as it is.</summary>
    public Digest With(IEnumerable<(string Id, int Revision)> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var digest = new Digest { Count = Count };
        sums.CopyTo(digest.sums, 0);
        counts.CopyTo(digest.counts, 0);
        foreach (var (id, revision) in more)
        {
            digest.Add(id, revision);
        }

        return digest;
    }

    /// <summary>The bucket that an object is in.</summary>
    public static int BucketOf(string id)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return hash[0];
    }

    /// <summary>The buckets in which another server's list differs; all of them when the list has another length.</summary>
    public IReadOnlyList<int> DifferingFrom(IReadOnlyList<string> theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        return [.. Enumerable.Range(0, Buckets).Where(bucket => theirs.Count != Buckets || theirs[bucket] != this[bucket])];
    }
}
