using System.Buffers;
using System.Text.Json;

namespace Citess.ActivityPub.Quirks;

/// <summary>
/// Fedify writes an <c>Offer</c> with a context that has no term of FEP-0837: types and members of the agreement inside it then stand
/// there as whole addresses, and numbers as typed values. Others write the prefix.
/// </summary>
public static class ValueflowsNames
{
    private static readonly string[] Prefixes = ["https://w3id.org/valueflows/ont/vf#", "http://www.ontology-of-units-of-measure.org/resource/om-2/", "vf:", "om2:"];

    /// <summary>What stands in no document that is short all over.</summary>
    private static readonly string[] Marks = [.. Prefixes, "\"@value\""];

    /// <summary>A word of these vocabularies without what stands before it, a unit for example; every other word as it is.</summary>
    public static string Bare(string word) => Name(word ?? "");

    /// <summary>
    /// The same in the short names by which all of this is read here; as it came when two members would then have one name. The thing
    /// itself stays the one whose id was looked at: only a bare value inside it takes the place of its envelope.
    /// </summary>
    public static JsonElement Short(JsonElement thing)
    {
        if (thing.ValueKind != JsonValueKind.Object || !Marks.Any(mark => thing.GetRawText().Contains(mark, StringComparison.Ordinal)))
        {
            return thing;
        }

        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            if (!Write(json, thing, isRoot: true))
            {
                return thing;
            }
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    private static bool Write(Utf8JsonWriter json, JsonElement value, bool isRoot = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when !isRoot && value.TryGetProperty("@value", out var bare) && bare.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array):
                bare.WriteTo(json);
                return true;
            case JsonValueKind.Object:
                json.WriteStartObject();
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                {
                    var name = Name(member.Name);
                    if (!names.Add(name))
                    {
                        return false;
                    }

                    json.WritePropertyName(name);
                    if (name == "type" && member.Value.ValueKind == JsonValueKind.String)
                    {
                        json.WriteStringValue(Name(member.Value.GetString()!));
                    }
                    else if (!Write(json, member.Value))
                    {
                        return false;
                    }
                }

                json.WriteEndObject();
                return true;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    if (!Write(json, item))
                    {
                        return false;
                    }
                }

                json.WriteEndArray();
                return true;
            default:
                value.WriteTo(json);
                return true;
        }
    }

    private static string Name(string name) => Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } known ? name[known.Length..] : name;
}
