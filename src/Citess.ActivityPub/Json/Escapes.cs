using System.Globalization;

namespace Citess.ActivityPub.Json;

/// <summary>Looks into the escapes of a JSON string that a reader has found well-formed.</summary>
internal static class Escapes
{
    /// <summary>True when <paramref name="escaped"/> spells half of a surrogate pair, which UTF-8 cannot carry and readers replace in different ways.</summary>
    public static bool HaveLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        var highIsOpen = false;
        while (true)
        {
            var next = escaped.IndexOf((byte)'\\');
            if (highIsOpen && next != 0)
            {
                return true;
            }

            if (next < 0)
            {
                return false;
            }

            escaped = escaped[next..];
            var unit = escaped[1] == (byte)'u' ? Unit(escaped.Slice(2, 4)) : '\0';
            escaped = escaped[(escaped[1] == (byte)'u' ? 6 : 2)..];
            if (highIsOpen != char.IsLowSurrogate(unit))
            {
                return true;
            }

            highIsOpen = char.IsHighSurrogate(unit);
        }
    }

    private static char Unit(ReadOnlySpan<byte> hex) => (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
