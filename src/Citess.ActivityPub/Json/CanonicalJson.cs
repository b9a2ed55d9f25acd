using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Citess.ActivityPub.Json;

/// <summary>The JSON Canonicalization Scheme of RFC 8785.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical UTF-8 bytes of <paramref name="value"/>; throws <see cref="JsonException"/> for what the scheme cannot represent: half of a surrogate pair, a number beyond a double, a name given twice.</summary>
    public static byte[] Canonicalize(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>(256);
        Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The canonical bytes of an object with these members, in whichever order they come.</summary>
    internal static byte[] Canonicalize(List<KeyValuePair<string, JsonElement>> members)
    {
        var output = new ArrayBufferWriter<byte>(256);
        WriteMembers(output, members);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The members of an object; throws <see cref="JsonException"/> when a name is no Unicode text.</summary>
    internal static List<KeyValuePair<string, JsonElement>> Members(JsonElement value)
    {
        var members = new List<KeyValuePair<string, JsonElement>>(value.GetPropertyCount());
        try
        {
            foreach (var member in value.EnumerateObject())
            {
                members.Add(new(member.Name, member.Value));
            }
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A name is not Unicode text.", fault);
        }

        return members;
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(output, Members(value));
                break;
            case JsonValueKind.Array:
                WriteItems(output, value);
                break;
            case JsonValueKind.String:
                WriteString(output, value);
                break;
            case JsonValueKind.Number:
                EcmaNumber.Write(output, JsonMarshal.GetRawUtf8Value(value));
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw new JsonException("There is no value.");
        }
    }

    private static void WriteMembers(ArrayBufferWriter<byte> output, List<KeyValuePair<string, JsonElement>> members)
    {
        // RFC 8785, 3.2.3: by UTF-16 code units, which is what ordinal means here.
        members.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
            {
                if (members[i].Key == members[i - 1].Key)
                {
                    throw new JsonException("A name is given twice.");
                }

                output.Write(","u8);
            }

            CanonicalText.Write(output, members[i].Key);
            output.Write(":"u8);
            Write(output, members[i].Value);
        }

        output.Write("}"u8);
    }

    private static void WriteItems(ArrayBufferWriter<byte> output, JsonElement list)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in list.EnumerateArray())
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            Write(output, item);
        }

        output.Write("]"u8);
    }

    private static void WriteString(ArrayBufferWriter<byte> output, JsonElement value)
    {
        // A string without escapes is canonical as it stands: JSON has no other way to write what must be escaped.
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (raw.IndexOf((byte)'\\') < 0 && Utf8.IsValid(raw))
        {
            output.Write(raw);
            return;
        }

        try
        {
            CanonicalText.Write(output, value.GetString()!);
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A string is not Unicode text.", fault);
        }
    }
}
