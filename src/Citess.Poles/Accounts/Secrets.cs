using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Citess.Poles.Accounts;

/// <summary>Secrets that people type or programs carry; the database keeps their SHA-256 alone, and gives no way in.</summary>
internal static class Secrets
{
    /// <summary>Crockford's letters: none that is taken for another when read aloud.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int CodeLength = 20;

    /// <summary>One hundred bits in groups of four, as <c>K7QF-…</c>, short enough to be typed.</summary>
    public static string Code() => string.Join('-', Enumerable.Range(0, CodeLength / 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>256 bits for a link or a program.</summary>
    public static string Long() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Hash of a code as somebody typed it: without regard to case, spaces and hyphens, and with the letters that look like digits taken for them.</summary>
    public static string HashCode(string typed)
    {
        var plain = new StringBuilder(CodeLength);
        foreach (var letter in typed.ToUpperInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
            }
        }

        return Hash(plain.ToString());
    }

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
