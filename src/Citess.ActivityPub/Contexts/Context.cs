using System.Buffers;
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

    /// <summary>
    /// What a document needs of it: the contexts of others, and of our terms those that stand in the document. A context
    /// stands in each document and once more in its proof, and the whole one would be longer than most of what is said.
    /// </summary>
    public static JsonElement Of(JsonElement document)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Gather(document, used);
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
                else
                {
                    WriteTerms(json, part, used);
                }
            }

            json.WriteEndArray();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    /// <summary>The names of all members and types; what brings its own context along needs nothing of the one around it.</summary>
    private static void Gather(JsonElement value, HashSet<string> names)
    {
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
        {
            GatherWithin(item);
        }

        foreach (var member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default)
        {
            names.Add(member.Name);
            if (member.NameEquals("type"u8) && member.Value.ValueKind == JsonValueKind.String)
            {
                names.Add(member.Value.GetString()!);
            }

            GatherWithin(member.Value);
        }

        void GatherWithin(JsonElement inner)
        {
            if (inner.ValueKind != JsonValueKind.Object || !inner.TryGetProperty(Self, out _))
            {
                Gather(inner, names);
            }
        }
    }

    private static void WriteTerms(Utf8JsonWriter json, JsonElement own, HashSet<string> used)
    {
        List<JsonProperty> terms = [.. own.EnumerateObject().Where(term => term.Name != Prefix && used.Contains(term.Name))];
        if (terms.Count == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString(Prefix, Namespace);
        terms.ForEach(term => term.WriteTo(json));
        json.WriteEndObject();
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Context).Assembly.GetManifestResourceStream("citess.context.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty(Self).Clone();
    }
}
