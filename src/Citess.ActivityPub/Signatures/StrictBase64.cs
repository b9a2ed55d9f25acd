namespace Citess.ActivityPub.Signatures;

/// <summary>Base64 in its one canonical spelling.</summary>
internal static class StrictBase64
{
    /// <summary>Null for every other spelling: else a changed character could still mean the same signature or digest.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 != 0)
        {
            return null;
        }

        var bytes = new byte[text.Length / 4 * 3 - (text.EndsWith("==") ? 2 : text.EndsWith('=') ? 1 : 0)];
        if (!Convert.TryFromBase64Chars(text, bytes, out var length) || length != bytes.Length)
        {
            return null;
        }

        Span<char> again = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        return Convert.TryToBase64Chars(bytes, again, out var written) && again[..written].SequenceEqual(text) ? bytes : null;
    }
}
