using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Citess.Poles.Kernel;

/// <summary>
/// Names one thing of ours as <c>kind/id</c>; also its grain key. The slash keeps Orleans from taking a key for a
/// number or a GUID, whose rows would collide (dotnet/orleans 9706).
/// </summary>
public readonly record struct RecordKey
{
    private static readonly SearchValues<char> KindLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> IdLetters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.:-~[]");

    private RecordKey(string kind, string id) => (Kind, Id) = (kind, id);

    public string Kind { get; }

    public string Id { get; }

    /// <summary>A key of a record whose id is a ULID in its one canonical spelling; anything else is false.</summary>
    public static bool TryRecord(string kind, string? id, out RecordKey key)
    {
        key = default;
        return id is { Length: 26 } && Ulid.TryParse(id, out var ulid) && ulid.ToString() == id && TryParse(kind + "/" + id, out key);
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out RecordKey key)
    {
        key = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash is < 1 or > 32 || text!.Length - slash - 1 is < 1 or > 260
            || text.AsSpan(0, slash).ContainsAnyExcept(KindLetters) || text.AsSpan(slash + 1).ContainsAnyExcept(IdLetters))
        {
            return false;
        }

        key = new(text[..slash], text[(slash + 1)..]);
        return true;
    }

    public static RecordKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("A key has the form kind/id.");

    /// <summary>A fresh key, in the order of its making.</summary>
    public static RecordKey New(string kind, TimeProvider clock) => Parse(kind + "/" + Ulid.NewUlid(clock.GetUtcNow()));

    /// <summary>The same key each time for the same thing: whoever comes to it, and however often, it is one.</summary>
    public static RecordKey Derived(string kind, string from) => Parse(kind + "/" + new Ulid(SHA256.HashData(Encoding.UTF8.GetBytes(from)).AsSpan(0, 16)));

    public override string ToString() => Kind + "/" + Id;
}
