namespace Citess.ActivityPub.Signatures;

/// <summary>Splits the value of a draft-cavage header into its parameters: <c>name="text"</c> or <c>name=token</c>, separated by commas.</summary>
internal static class CavageParameters
{
    /// <summary>More than any key address, header list and signature of 8,192 bits together.</summary>
    private const int MaxLength = 8192;

    /// <summary>False when the value does not follow the grammar, or names one parameter twice in whichever case: two readers would take different ones.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Dictionary<string, string> parameters)
    {
        parameters = new(StringComparer.OrdinalIgnoreCase);
        if (text.Length > MaxLength)
        {
            return false;
        }

        while (true)
        {
            text = text.TrimStart(" \t");
            var equals = text.IndexOf('=');
            if (equals < 1 || text[..equals].ContainsAnyExcept(Names))
            {
                return false;
            }

            var name = text[..equals].ToString();
            text = text[(equals + 1)..];
            if (!TryTakeValue(ref text, out var value) || !parameters.TryAdd(name, value))
            {
                return false;
            }

            text = text.TrimStart(" \t");
            if (text.IsEmpty)
            {
                return true;
            }

            if (text[0] != ',')
            {
                return false;
            }

            text = text[1..];
        }
    }

    private static readonly System.Buffers.SearchValues<char> Names =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static bool TryTakeValue(ref ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.IsEmpty || text[0] != '"')
        {
            var end = text.IndexOfAny(", \t");
            var token = end < 0 ? text : text[..end];
            value = token.ToString();
            text = text[token.Length..];
            return !token.IsEmpty && !token.Contains('"');
        }

        text = text[1..];
        var close = text.IndexOf('"');
        // No parameter needs an escape, and readers differ in how they undo one.
        if (close < 0 || text[..close].ContainsAny('\\', '\r', '\n'))
        {
            return false;
        }

        value = text[..close].ToString();
        text = text[(close + 1)..];
        return true;
    }
}
