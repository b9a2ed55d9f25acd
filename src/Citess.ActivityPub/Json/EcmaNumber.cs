using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Citess.ActivityPub.Json;

/// <summary>Numbers as ECMAScript writes them, which RFC 8785, 3.2.2.3 asks for.</summary>
internal static class EcmaNumber
{
    public static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> literal)
    {
        var number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw new JsonException("A number is beyond a double.");
        }

        // Minus zero loses its sign.
        if (number == 0)
        {
            output.Write("0"u8);
            return;
        }

        if (number < 0)
        {
            output.Write("-"u8);
        }

        Span<byte> digits = stackalloc byte[24];
        var count = ShortestDigits(Math.Abs(number), digits, out var point);
        Lay(output, digits[..count], point);
    }

    /// <summary>The fewest digits that read back as the same double, the first of them not zero; the value is 0.digits × 10^<paramref name="point"/>.</summary>
    private static int ShortestDigits(double number, Span<byte> digits, out int point)
    {
        Span<byte> text = stackalloc byte[32];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        var exponent = 0;
        var mark = text.IndexOf((byte)'E');
        if (mark >= 0)
        {
            exponent = int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var dot = text.IndexOf((byte)'.');
        point = exponent + (dot < 0 ? text.Length : dot);
        var count = 0;
        foreach (var character in text)
        {
            if (character == (byte)'0' && count == 0)
            {
                point -= 1;
            }
            else if (character != (byte)'.')
            {
                digits[count++] = character;
            }
        }

        while (digits[count - 1] == (byte)'0')
        {
            count--;
        }

        return count;
    }

    /// <summary>ECMA-262, Number::toString: plain up to 21 digits before the point and six zeros after it, else with an exponent.</summary>
    private static void Lay(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> digits, int point)
    {
        switch (point)
        {
            case > 0 and <= 21 when digits.Length <= point:
                output.Write(digits);
                Zeros(output, point - digits.Length);
                break;
            case > 0 and <= 21:
                output.Write(digits[..point]);
                output.Write("."u8);
                output.Write(digits[point..]);
                break;
            case > -6 and <= 0:
                output.Write("0."u8);
                Zeros(output, -point);
                output.Write(digits);
                break;
            default:
                output.Write(digits[..1]);
                if (digits.Length > 1)
                {
                    output.Write("."u8);
                    output.Write(digits[1..]);
                }

                output.Write(point > 0 ? "e+"u8 : "e-"u8);
                Span<byte> exponent = stackalloc byte[4];
                Math.Abs(point - 1).TryFormat(exponent, out var length, default, CultureInfo.InvariantCulture);
                output.Write(exponent[..length]);
                break;
        }
    }

    private static void Zeros(ArrayBufferWriter<byte> output, int count)
    {
        output.GetSpan(count)[..count].Fill((byte)'0');
        output.Advance(count);
    }
}
