using System.Buffers;
using System.Text;

namespace Citess.ActivityPub.Signatures;

/// <summary>Multibase in base58btc, the alphabet that FEP-521a and eddsa-jcs-2022 prescribe.</summary>
internal static class Multibase
{
    /// <summary>Base58 costs the square of its length; no key or signature that is taken here is longer.</summary>
    private const int MaxLength = 1600;

    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static readonly SearchValues<char> Digits = SearchValues.Create(Alphabet);

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.IndexOfAnyExcept((byte)0);
        zeros = zeros < 0 ? bytes.Length : zeros;
        // Base58 digits, least significant first; log(256) / log(58) is below 1.37.
        var digits = new byte[bytes.Length * 137 / 100 + 1];
        var length = 0;
        foreach (var value in bytes[zeros..])
        {
            var carry = (int)value;
            for (var i = 0; i < length || carry > 0; i++)
            {
                carry += digits[i] << 8;
                digits[i] = (byte)(carry % 58);
                carry /= 58;
                length = Math.Max(length, i + 1);
            }
        }

        var text = new StringBuilder("z", 1 + zeros + length).Append('1', zeros);
        for (var i = length - 1; i >= 0; i--)
        {
            text.Append(Alphabet[digits[i]]);
        }

        return text.ToString();
    }

    /// <summary>Null when <paramref name="text"/> is no base58btc multibase, or too long for anything known here.</summary>
    public static byte[]? Decode(string text)
    {
        if (text.Length is < 2 or > MaxLength || text[0] != 'z' || text.AsSpan(1).ContainsAnyExcept(Digits))
        {
            return null;
        }

        var digits = text.AsSpan(1);
        var zeros = digits.IndexOfAnyExcept('1');
        zeros = zeros < 0 ? digits.Length : zeros;
        // Bytes, least significant first; log(58) / log(256) is below 0.733.
        var bytes = new byte[digits.Length * 733 / 1000 + 1];
        var length = 0;
        foreach (var digit in digits[zeros..])
        {
            var carry = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            for (var i = 0; i < length || carry > 0; i++)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
                length = Math.Max(length, i + 1);
            }
        }

        var decoded = new byte[zeros + length];
        bytes.AsSpan(0, length).CopyTo(decoded.AsSpan(zeros));
        decoded.AsSpan(zeros).Reverse();
        return decoded;
    }
}
