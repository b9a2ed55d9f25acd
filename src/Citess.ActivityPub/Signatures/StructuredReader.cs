using System.Buffers;
using System.Globalization;

namespace Citess.ActivityPub.Signatures;

/// <summary>
/// Reads a dictionary by RFC 8941 §4.2, within fixed bounds and stricter in one thing: a name that comes twice is refused, where
/// the RFC lets the last one win, since a second reader may take the first.
/// </summary>
internal ref struct StructuredReader
{
    /// <summary>As long as a draft-cavage header may be: more than any key address, list of components and signature of 8,192 bits together.</summary>
    public const int MaxLength = 8192;

    /// <summary>Members of a dictionary, items of a list, parameters of either.</summary>
    public const int MaxItems = 32;

    private static readonly SearchValues<char> KeyStart = SearchValues.Create("*abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> KeyRest = SearchValues.Create("*abcdefghijklmnopqrstuvwxyz0123456789_-.");
    private static readonly SearchValues<char> TokenRest =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~:/");

    private ReadOnlySpan<char> text;

    private StructuredReader(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>All lines of a dictionary field together; false when they are no dictionary. An empty field is an empty dictionary. Never throws.</summary>
    public static bool TryReadDictionary(IReadOnlyList<string> lines, out Dictionary<string, FieldMember> members)
    {
        ArgumentNullException.ThrowIfNull(lines);
        members = new(StringComparer.Ordinal);
        var length = 0L;
        foreach (var line in lines)
        {
            length += line.Length;
        }

        return length <= MaxLength && lines.Count <= MaxItems && new StructuredReader(lines.Count == 1 ? lines[0] : string.Join(", ", lines)).TryRead(members);
    }

    private bool TryRead(Dictionary<string, FieldMember> members)
    {
        text = text.Trim(' ');
        if (text.IsEmpty)
        {
            return true;
        }

        while (true)
        {
            if (!TryKey(out var key) || !TryMember(out var member) || members.Count == MaxItems || !members.TryAdd(key, member))
            {
                return false;
            }

            text = text.TrimStart(" \t");
            if (text.IsEmpty)
            {
                return true;
            }

            if (!TryTake(','))
            {
                return false;
            }

            text = text.TrimStart(" \t");
        }
    }

    private bool TryMember(out FieldMember member)
    {
        member = null!;
        var value = BareItem.True;
        List<FieldItem>? items = null;
        if (TryTake('=') && !(TryTake('(') ? TryList(out items) : TryBare(out value)))
        {
            return false;
        }

        if (!TryParameters(out var parameters))
        {
            return false;
        }

        member = new(value, items, parameters);
        return true;
    }

    private bool TryList(out List<FieldItem> items)
    {
        items = [];
        while (true)
        {
            var before = text.Length;
            text = text.TrimStart(' ');
            if (TryTake(')'))
            {
                return true;
            }

            if ((items.Count > 0 && before == text.Length) || items.Count == MaxItems || !TryBare(out var value) || !TryParameters(out var parameters))
            {
                return false;
            }

            items.Add(new(value, parameters));
        }
    }

    private bool TryParameters(out IReadOnlyList<KeyValuePair<string, BareItem>> parameters)
    {
        List<KeyValuePair<string, BareItem>>? read = null;
        parameters = [];
        while (TryTake(';'))
        {
            text = text.TrimStart(' ');
            var value = BareItem.True;
            if (!TryKey(out var key) || (TryTake('=') && !TryBare(out value)))
            {
                return false;
            }

            parameters = read ??= [];
            if (read.Count == MaxItems || read.Exists(each => each.Key == key))
            {
                return false;
            }

            read.Add(new(key, value));
        }

        return true;
    }

    private bool TryKey(out string key)
    {
        key = "";
        if (text.IsEmpty || !KeyStart.Contains(text[0]))
        {
            return false;
        }

        key = Take(KeyRest).ToString();
        return true;
    }

    private bool TryBare(out BareItem item)
    {
        item = default;
        return !text.IsEmpty && text[0] switch
        {
            '"' => TryText(out item),
            ':' => TryBytes(out item),
            '?' => TryFlag(out item),
            '-' or (>= '0' and <= '9') => TryNumber(out item),
            '*' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => TryToken(out item),
            _ => false,
        };
    }

    private bool TryText(out BareItem item)
    {
        item = default;
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    item = new(BareKind.Text, text[..(i + 1)].ToString());
                    text = text[(i + 1)..];
                    return true;
                case '\\' when i + 1 < text.Length && text[i + 1] is '"' or '\\':
                    i++;
                    break;
                case '\\' or < ' ' or > '~':
                    return false;
            }
        }

        return false;
    }

    private bool TryBytes(out BareItem item)
    {
        item = default;
        var end = text[1..].IndexOf(':');
        var encoded = end < 0 ? default : text.Slice(1, end);

        // Only the canonical spelling: else a changed character could still mean the same signature or digest.
        if (end < 0 || StrictBase64.Decode(encoded) is null)
        {
            return false;
        }

        item = new(BareKind.Bytes, text[..(end + 2)].ToString());
        text = text[(end + 2)..];
        return true;
    }

    private bool TryFlag(out BareItem item)
    {
        item = default;
        if (text.Length < 2 || text[1] is not ('0' or '1'))
        {
            return false;
        }

        item = new(BareKind.Flag, text[1] == '1' ? "?1" : "?0");
        text = text[2..];
        return true;
    }

    private bool TryNumber(out BareItem item)
    {
        item = default;
        var isNegative = TryTake('-');
        var digits = Digits();
        if (digits.Length is 0 or > 15)
        {
            return false;
        }

        var whole = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (!TryTake('.'))
        {
            item = new(BareKind.Integer, (isNegative && whole != 0 ? "-" : "") + whole.ToString(CultureInfo.InvariantCulture));
            return true;
        }

        var fraction = Digits();
        if (digits.Length > 12 || fraction.Length is 0 or > 3)
        {
            return false;
        }

        var trimmed = fraction.TrimEnd('0');
        item = new(BareKind.Decimal, string.Create(CultureInfo.InvariantCulture, $"{(isNegative ? "-" : "")}{whole}.{(trimmed.IsEmpty ? "0" : trimmed)}"));
        return true;
    }

    private bool TryToken(out BareItem item)
    {
        item = new(BareKind.Token, Take(TokenRest).ToString());
        return true;
    }

    private ReadOnlySpan<char> Digits()
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }

    /// <summary>The character here, which was looked at, and all that follow of one sort.</summary>
    private ReadOnlySpan<char> Take(SearchValues<char> sort)
    {
        var end = text[1..].IndexOfAnyExcept(sort);
        var taken = end < 0 ? text : text[..(end + 1)];
        text = text[taken.Length..];
        return taken;
    }

    private bool TryTake(char character)
    {
        if (text.IsEmpty || text[0] != character)
        {
            return false;
        }

        text = text[1..];
        return true;
    }
}
