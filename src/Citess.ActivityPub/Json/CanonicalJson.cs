using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Citess.ActivityPub.Json;

/// <summary>The JSON Canonicalization Scheme of RFC 8785.</summary>
public static class CanonicalJson
{
    private const int ShortContext = 256;
    private const int LongContext = 16 * 1024;

    /// <summary>By their length: the contexts of a peer are few, and differ in it.</summary>
    private static readonly KnownContext?[] KnownContexts = new KnownContext?[32];

    private static readonly Comparison<JsonProperty> ByBytes = static (a, b) => JsonMarshal.GetRawUtf8PropertyName(a).SequenceCompareTo(JsonMarshal.GetRawUtf8PropertyName(b));

    /// <summary>The canonical UTF-8 bytes of <paramref name="value"/>; throws <see cref="JsonException"/> for what the scheme cannot represent: half of a surrogate pair, a number beyond a double, a name given twice.</summary>
    public static byte[] Canonicalize(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>(RoomFor(value));
        Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The canonical bytes of an object with these members, in whichever order they come.</summary>
    internal static ReadOnlySpan<byte> CanonicalizeMembers(List<JsonProperty> members)
    {
        var output = new ArrayBufferWriter<byte>(members.Sum(member => RoomFor(member.Value)) + 64);
        WriteMembers(output, CollectionsMarshal.AsSpan(members));
        return output.WrittenSpan;
    }

    /// <summary>The members of an object.</summary>
    internal static List<JsonProperty> Members(JsonElement value)
    {
        var members = new List<JsonProperty>(value.GetPropertyCount());
        foreach (var member in value.EnumerateObject())
        {
            members.Add(member);
        }

        return members;
    }

    // The canonical form is seldom longer than what was written.
    private static int RoomFor(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? 64 : JsonMarshal.GetRawUtf8Value(value).Length + 64;

    private static void Write(ArrayBufferWriter<byte> output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(output, value);
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

    private static void WriteObject(ArrayBufferWriter<byte> output, JsonElement value)
    {
        var rented = ArrayPool<JsonProperty>.Shared.Rent(value.GetPropertyCount());
        try
        {
            var count = 0;
            foreach (var member in value.EnumerateObject())
            {
                rented[count++] = member;
            }

            WriteMembers(output, rented.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<JsonProperty>.Shared.Return(rented, clearArray: true);
        }
    }

    private static void WriteMembers(ArrayBufferWriter<byte> output, Span<JsonProperty> members)
    {
        // RFC 8785, 3.2.3: by UTF-16 code units. Names in ASCII without escapes, which nearly all are, have the same order as their bytes.
        var names = ArePlain(members) ? null : NamesOf(members);
        if (names is null)
        {
            members.Sort(ByBytes);
        }
        else
        {
            names.AsSpan().Sort(members, StringComparer.Ordinal);
        }

        output.Write("{"u8);
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                if (names is null ? ByBytes(members[i], members[i - 1]) == 0 : names[i] == names[i - 1])
                {
                    throw new JsonException("A name is given twice.");
                }

                output.Write(","u8);
            }

            if (names is null)
            {
                output.Write("\""u8);
                output.Write(JsonMarshal.GetRawUtf8PropertyName(members[i]));
                output.Write("\":"u8);
            }
            else
            {
                CanonicalText.Write(output, names[i]);
                output.Write(":"u8);
            }

            if (members[i].NameEquals("@context"u8))
            {
                WriteContext(output, members[i].Value);
            }
            else
            {
                Write(output, members[i].Value);
            }
        }

        output.Write("}"u8);
    }

    /// <summary>
    /// The context is long, stands in the proof once more, and is the same in one document after the other: its canonical form
    /// is made once and kept until another takes its place.
    /// </summary>
    private static void WriteContext(ArrayBufferWriter<byte> output, JsonElement context)
    {
        var raw = JsonMarshal.GetRawUtf8Value(context);
        ref var place = ref KnownContexts[raw.Length % KnownContexts.Length];
        if (Volatile.Read(ref place) is { } known && known.Raw.AsSpan().SequenceEqual(raw))
        {
            output.Write(known.Canonical);
            return;
        }

        var start = output.WrittenCount;
        Write(output, context);
        if (raw.Length is >= ShortContext and <= LongContext)
        {
            Volatile.Write(ref place, new(raw.ToArray(), output.WrittenSpan[start..].ToArray()));
        }
    }

    private static bool ArePlain(ReadOnlySpan<JsonProperty> members)
    {
        foreach (var member in members)
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!Ascii.IsValid(name) || name.Contains((byte)'\\'))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] NamesOf(ReadOnlySpan<JsonProperty> members)
    {
        var names = new string[members.Length];
        try
        {
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = members[i].Name;
            }
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A name is not Unicode text.", fault);
        }

        return names;
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

    private sealed record KnownContext(byte[] Raw, byte[] Canonical);
}
