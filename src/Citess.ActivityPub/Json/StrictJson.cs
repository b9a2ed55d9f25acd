using System.Text.Json;
using System.Text.Unicode;

namespace Citess.ActivityPub.Json;

/// <summary>Reads JSON from strangers so that every reader of the same bytes sees the same document, within fixed bounds (the gate's step 1).</summary>
public static class StrictJson
{
    /// <summary>The largest document, in bytes: 1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The most containers inside each other, the outermost counted.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most items in one list, and the most members in one object.</summary>
    public const int MaxItems = 1000;

    // One beyond, so that depth is refused by name and not as a syntax error.
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth + 1 };

    /// <summary>Null when <paramref name="utf8"/> is fine and <paramref name="root"/> holds its own copy of it; else the first fault found. Never throws.</summary>
    public static JsonFault? TryParse(ReadOnlyMemory<byte> utf8, out JsonElement root)
    {
        root = default;
        if (Inspect(utf8.Span) is { } fault)
        {
            return fault;
        }

        root = JsonElement.Parse(utf8.Span, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return null;
    }

    private static JsonFault? Inspect(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            return JsonFault.TooLarge;
        }

        // The reader below looks at the bytes of a string only when asked for its text.
        if (!Utf8.IsValid(utf8))
        {
            return JsonFault.NotUtf8;
        }

        var names = new NameSet(utf8);
        try
        {
            return Walk(utf8, ref names);
        }
        catch (JsonException)
        {
            return JsonFault.NotJson;
        }
        finally
        {
            names.Dispose();
        }
    }

    private static JsonFault? Walk(ReadOnlySpan<byte> utf8, ref NameSet names)
    {
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        Span<Level> levels = stackalloc Level[MaxDepth + 1];
        levels.Clear();
        while (reader.Read())
        {
            var kind = reader.TokenType;
            if (kind is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                names.LeaveTo(levels[reader.CurrentDepth + 1].FirstName);
                continue;
            }

            // In an object the name counts and its value does not.
            ref var level = ref levels[reader.CurrentDepth];
            var counts = level.IsList || kind is JsonTokenType.PropertyName;
            if (counts && ++level.Items > MaxItems)
            {
                return JsonFault.TooManyItems;
            }

            if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                if (reader.CurrentDepth == MaxDepth)
                {
                    return JsonFault.TooDeep;
                }

                levels[reader.CurrentDepth + 1] = new Level { IsList = kind is JsonTokenType.StartArray, FirstName = names.Count, IsContext = level.IsContext || level.IsBeforeContext };
            }
            else if (reader.ValueIsEscaped && Escapes.HaveLoneSurrogate(reader.ValueSpan))
            {
                return JsonFault.LoneSurrogate;
            }

            if (Restructures(ref reader, ref level))
            {
                return JsonFault.Restructured;
            }

            if (kind is JsonTokenType.PropertyName && !names.Add(ref reader, level.FirstName))
            {
                return JsonFault.DuplicateKey;
            }
        }

        return null;
    }

    /// <summary>A JSON-LD keyword as a name; inside a context also as a value, which is an alias for it and does the same.</summary>
    private static bool Restructures(ref Utf8JsonReader reader, ref Level level)
    {
        if (reader.TokenType is JsonTokenType.PropertyName)
        {
            var mayBe = reader.ValueIsEscaped || reader.ValueSpan is [(byte)'@', ..];
            level.IsBeforeContext = mayBe && reader.ValueTextEquals("@context"u8);
            return mayBe && IsKeyword(ref reader);
        }

        return (level.IsContext || level.IsBeforeContext) && reader.TokenType is JsonTokenType.String && IsKeyword(ref reader);
    }

    private static bool IsKeyword(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("@graph"u8) || reader.ValueTextEquals("@reverse"u8) || reader.ValueTextEquals("@included"u8);

    private struct Level
    {
        public bool IsList;
        public bool IsContext;
        public bool IsBeforeContext;
        public int Items;
        public int FirstName;
    }
}
