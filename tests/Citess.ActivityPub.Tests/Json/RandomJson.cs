using System.Globalization;
using System.Text;

namespace Citess.ActivityPub.Tests.Json;

/// <summary>JSON texts in every spelling that the grammar allows: order, space, escapes and numbers as no serialiser would write them.</summary>
internal sealed class RandomJson(Random random)
{
    private static readonly string[] Numbers =
    [
        "0", "-0", "-0.0e7", "1e21", "1E+21", "999999999999999999999", "1e-6", "1e-7", "0.000001", "5e-324", "2.2250738585072014e-308", "1.7976931348623157E308",
        "9007199254740993", "-9007199254740993", "0.1", "1.0", "100e-2", "333333333.33333329", "4.50", "-71.184902", "1424953923781206.25",
    ];

    private readonly StringBuilder text = new();

    /// <summary>True when the last text holds half of a surrogate pair, or a number beyond a double.</summary>
    public bool IsRefused { get; private set; }

    public string Next()
    {
        text.Clear();
        IsRefused = false;
        Value(random.Next(1, 5));
        return text.ToString();
    }

    private void Value(int depth)
    {
        Space();
        switch (random.Next(depth > 0 ? 10 : 6))
        {
            case 0:
                text.Append(random.Next(3) switch { 0 => "null", 1 => "true", _ => "false" });
                break;
            case 1 or 2:
                Number();
                break;
            case < 6:
                Text(Word(), mayBreak: true);
                break;
            case 6 or 7:
                List(depth);
                break;
            default:
                Members(depth);
                break;
        }

        Space();
    }

    private void List(int depth)
    {
        text.Append('[');
        for (var (i, count) = (0, random.Next(6)); i < count; i++)
        {
            text.Append(i > 0 ? "," : "");
            Value(depth - 1);
        }

        text.Append(']');
    }

    private void Members(int depth)
    {
        var names = Enumerable.Range(0, random.Next(8)).Select(_ => Word()).Distinct(StringComparer.Ordinal).ToList();
        text.Append('{');
        for (var i = 0; i < names.Count; i++)
        {
            text.Append(i > 0 ? "," : "");
            Space();
            Text(names[i], mayBreak: false);
            Space();
            text.Append(':');
            Value(depth - 1);
        }

        text.Append('}');
    }

    private void Number()
    {
        switch (random.Next(6))
        {
            case 0:
                text.Append(Numbers[random.Next(Numbers.Length)]);
                break;
            case 1:
                text.Append(random.NextInt64().ToString(CultureInfo.InvariantCulture));
                break;
            case 2:
                text.Append(CultureInfo.InvariantCulture, $"{random.Next(-999, 999)}.{random.Next(10)}{(random.Next(2) == 0 ? "e" : "E")}{(random.Next(2) == 0 ? "+" : "-")}{random.Next(40)}");
                break;
            case 3 when random.Next(40) == 0:
                text.Append("1e400");
                IsRefused = true;
                break;
            default:
                var number = BitConverter.UInt64BitsToDouble((ulong)random.NextInt64(long.MinValue, long.MaxValue));
                text.Append(double.IsFinite(number) ? number.ToString(random.Next(2) == 0 ? "R" : "E17", CultureInfo.InvariantCulture) : "7");
                break;
        }
    }

    /// <summary>Names that sort by UTF-16 otherwise than by code point, and names that mean something to a program.</summary>
    private string Word() => random.Next(12) switch
    {
        0 => "",
        1 => random.Next(5) switch { 0 => "__proto__", 1 => "constructor", 2 => "toString", 3 => "10", _ => "9" },
        2 => char.ConvertFromUtf32(random.Next(0x1F600, 0x1F640)),
        3 => ((char)random.Next(0xE000, 0xFFFE)).ToString(),
        4 => "بذور" + random.Next(10).ToString(CultureInfo.InvariantCulture),
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Character())),
    };

    private string Character() => random.Next(8) switch
    {
        0 => ((char)random.Next(0x20)).ToString(),
        1 => random.Next(4) switch { 0 => "\"", 1 => "\\", 2 => "/", _ => "\u2028" },
        2 => char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)),
        3 => ((char)random.Next(0x80, 0xD800)).ToString(),
        _ => ((char)random.Next(0x20, 0x7F)).ToString(),
    };

    private void Text(string value, bool mayBreak)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            if (unit < ' ' || unit is '"' or '\\' || random.Next(6) == 0)
            {
                text.Append(unit switch
                {
                    '\n' when random.Next(2) == 0 => "\\n",
                    '"' when random.Next(2) == 0 => "\\\"",
                    '\\' when random.Next(2) == 0 => "\\\\",
                    '/' => "\\/",
                    _ => "\\u" + ((int)unit).ToString(random.Next(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture),
                });
            }
            else if (char.IsSurrogate(unit))
            {
                // Raw and escaped halves do not mix in UTF-8.
                text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(unit);
            }
        }

        if (mayBreak && random.Next(400) == 0)
        {
            text.Append(random.Next(2) == 0 ? "\\ud83d" : "\\udc00x");
            IsRefused = true;
        }

        text.Append('"');
    }

    private void Space() => text.Append(random.Next(8) switch { 0 => " ", 1 => "\t ", _ => "" });
}
