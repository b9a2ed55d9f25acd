using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Citess.ActivityPub.Contexts;

/// <summary>The JSON-LD context of our documents; own terms stand inline, so that no reader has to fetch anything of ours.</summary>
public static class Context
{
    /// <summary>The permanent namespace of our terms.</summary>
    public const string Namespace = "https://w3id.org/citess#";

    private const string Prefix = "citess";

    private const string Self = "@context";

    /// <summary>With all terms, as it is published.</summary>
    public static JsonElement Value { get; } = Load();

    /// <summary>A bit for each term of ours; the prefix has none, and goes wherever one of them goes.</summary>
    private static readonly FrozenDictionary<string, ulong> Terms = ReadTerms(Value);

    private static readonly ConcurrentDictionary<ulong, JsonElement> Narrowed = new();

    /// <summary>
    /// What a document needs of it: the contexts of others, and of our terms those that stand in the document. A context
    /// stands in each document and once more in its proof, and the whole one would be longer than most of what is said.
    /// </summary>
    public static JsonElement Of(JsonElement document) => Narrowed.GetOrAdd(Used(document), Narrow);

    private static ulong Used(JsonElement value)
    {
        var used = 0UL;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    used |= Terms.GetValueOrDefault(member.Name) | UsedWithin(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    used |= UsedWithin(item);
                }

                break;
        }

        return used;
    }

    /// <summary>What brings its own context along needs nothing of the one around it.</summary>
    private static ulong UsedWithin(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Self, out _) ? 0 : Used(value);

    private static JsonElement Narrow(ulong used)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartArray();
            foreach (var part in Value.EnumerateArray())
            {
                if (part.ValueKind == JsonValueKind.String)
                {
                    part.WriteTo(json);
                }
                else if (used != 0)
                {
                    WriteTerms(json, part, used);
                }
            }

            json.WriteEndArray();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    private static void WriteTerms(Utf8JsonWriter json, JsonElement own, ulong used)
    {
        json.WriteStartObject();
        foreach (var term in own.EnumerateObject())
        {
            if (!Terms.TryGetValue(term.Name, out var bit) || (bit & used) != 0)
            {
                term.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static FrozenDictionary<string, ulong> ReadTerms(JsonElement value)
    {
        var own = value.EnumerateArray().Single(part => part.ValueKind == JsonValueKind.Object).EnumerateObject().Select(term => term.Name).Where(term => term != Prefix).ToList();
        return own.Count <= 64 ? own.Index().ToFrozenDictionary(term => term.Item, term => 1UL << term.Index, StringComparer.Ordinal)
            : throw new InvalidOperationException("There are more terms than bits.");
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Context).Assembly.GetManifestResourceStream("citess.context.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty(Self).Clone();
    }
}
