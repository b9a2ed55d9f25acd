using System.Globalization;
using System.Text;

namespace Citess.ActivityPub.Signatures;

/// <summary>Which of the six bare items of RFC 8941 §3.3 a value is.</summary>
internal enum BareKind
{
    Integer,
    Decimal,
    Text,
    Token,
    Bytes,
    Flag,
}

/// <summary>A bare item with the one spelling that RFC 8941 §4.1 gives it, whatever spelling it came in.</summary>
internal readonly record struct BareItem(BareKind Kind, string Spelling)
{
    public static readonly BareItem True = new(BareKind.Flag, "?1");

    /// <summary>The characters of a string; null for every other kind.</summary>
    public string? Text => Kind != BareKind.Text ? null
        : Spelling.Contains('\\', StringComparison.Ordinal) ? Unescaped(Spelling) : Spelling[1..^1];

    /// <summary>The number of an integer; null for every other kind.</summary>
    public long? Integer => Kind == BareKind.Integer ? long.Parse(Spelling, CultureInfo.InvariantCulture) : null;

    /// <summary>The bytes of a byte sequence; null for every other kind.</summary>
    public byte[]? Bytes => Kind == BareKind.Bytes ? Convert.FromBase64String(Spelling[1..^1]) : null;

    private static string Unescaped(string spelling)
    {
        var text = new StringBuilder(spelling.Length);
        for (var i = 1; i < spelling.Length - 1; i++)
        {
            text.Append(spelling[i] == '\\' ? spelling[++i] : spelling[i]);
        }

        return text.ToString();
    }
}

/// <summary>A bare item with its parameters, in order, each name once.</summary>
internal readonly record struct FieldItem(BareItem Value, IReadOnlyList<KeyValuePair<string, BareItem>> Parameters)
{
    public void Write(StringBuilder output)
    {
        output.Append(Value.Spelling);
        FieldMember.Write(output, Parameters);
    }
}

/// <summary>A member of a dictionary: an inner list when <paramref name="Items"/> is there, else one item.</summary>
internal sealed record FieldMember(BareItem Value, IReadOnlyList<FieldItem>? Items, IReadOnlyList<KeyValuePair<string, BareItem>> Parameters)
{
    public BareItem? this[string name]
    {
        get
        {
            foreach (var (key, value) in Parameters)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The inner list as it stands in a signature base, RFC 9421 §2.3.</summary>
    public void Write(StringBuilder output)
    {
        output.Append('(');
        for (var i = 0; i < Items!.Count; i++)
        {
            if (i > 0)
            {
                output.Append(' ');
            }

            Items[i].Write(output);
        }

        output.Append(')');
        Write(output, Parameters);
    }

    public static void Write(StringBuilder output, IReadOnlyList<KeyValuePair<string, BareItem>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            output.Append(';').Append(name);
            if (value != BareItem.True)
            {
                output.Append('=').Append(value.Spelling);
            }
        }
    }
}
