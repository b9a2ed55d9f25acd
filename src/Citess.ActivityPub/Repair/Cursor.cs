using System.Globalization;

namespace Citess.ActivityPub.Repair;

/// <summary>A place in the log of one database, <c>epoch.number</c>: a number means something only together with the epoch that gave it.</summary>
/// <param name="Epoch">Names the database; empty for the beginning of whichever it is.</param>
/// <param name="Number">Everything up to here is known; 0 for nothing.</param>
public readonly record struct Cursor(string Epoch, long Number)
{
    private const int MaxEpoch = 64;

    /// <summary>Before everything, in any epoch; written <c>0</c>.</summary>
    public static Cursor Beginning { get; } = new("", 0);

    /// <summary>True when the cursor means something to a database of this epoch.</summary>
    public bool IsOf(string epoch) => Epoch.Length == 0 || Epoch == epoch;

    /// <summary>Reads <c>epoch.number</c> or <c>0</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out Cursor cursor)
    {
        cursor = Beginning;
        if (text is null or "0")
        {
            return text is not null;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot is < 1 or > MaxEpoch || text.AsSpan(0, dot).ContainsAnyExcept(Letters)
            || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        cursor = new(text[..dot], number);
        return true;
    }

    /// <summary>The form in which it stands in addresses.</summary>
    public override string ToString() => Epoch.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Number}");

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");
}
