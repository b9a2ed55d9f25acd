using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Citess.ActivityPub.Json;

/// <summary>Strings by RFC 8785, 3.2.2.2: only quotation mark, backslash and control characters are escaped, the short way where there is one.</summary>
internal static class CanonicalText
{
    private static readonly SearchValues<char> MustEscape =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (char)i), '"', '\\']);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        try
        {
            for (var at = text.IndexOfAny(MustEscape); at >= 0; at = text.IndexOfAny(MustEscape))
            {
                Strict.GetBytes(text[..at], output);
                WriteEscape(output, text[at]);
                text = text[(at + 1)..];
            }

            Strict.GetBytes(text, output);
        }
        catch (EncoderFallbackException fault)
        {
            throw new JsonException("A string holds half of a surrogate pair.", fault);
        }

        output.Write("\""u8);
    }

    private static void WriteEscape(ArrayBufferWriter<byte> output, char character)
    {
        var brief = character switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => default,
        };
        if (!brief.IsEmpty)
        {
            output.Write(brief);
            return;
        }

        var digits = "0123456789abcdef"u8;
        output.Write("\\u00"u8);
        output.Write([digits[character >> 4], digits[character & 0xf]]);
    }
}
