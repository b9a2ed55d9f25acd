using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Citess.ActivityPub.Contexts;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>Generated metadata for every type on the wire. Read and write through <see cref="Ap"/>, which has the options.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ApObject))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(OrderedCollection))]
[JsonSerializable(typeof(OrderedCollectionPage))]
[JsonSerializable(typeof(PublicKeyPem))]
[JsonSerializable(typeof(Multikey))]
[JsonSerializable(typeof(Generator))]
internal sealed partial class ApJson : JsonSerializerContext;

/// <summary>Reads and writes AS2 documents.</summary>
public static class Ap
{
    /// <summary>The media type of ActivityStreams 2.</summary>
    public const string MediaType = "application/activity+json";

    /// <summary>The same as JSON-LD with its profile.</summary>
    public const string LdMediaType = "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

    /// <summary>Options that leave every script unescaped: Arabic would triple in size otherwise. Never for text inside HTML.</summary>
    public static JsonSerializerOptions Options { get; } = new(ApJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads one value; null when its form does not fit <typeparamref name="T"/>.</summary>
    public static T? Read<T>(JsonElement value)
        where T : ApObject
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize<T>(Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes what stands inside another document, and shares its context.</summary>
    public static JsonElement Write<T>(T value)
        where T : ApObject => JsonSerializer.SerializeToElement(value, Options);

    /// <summary>Writes a document of its own, with our context as far as it needs it, ready to be proved and sent.</summary>
    public static JsonElement WriteDocument<T>(T value)
        where T : ApObject
    {
        var bare = Write(value);
        return JsonElement.Parse([.. "{\"@context\":"u8, .. JsonMarshal.GetRawUtf8Value(Context.Of(bare)), .. ","u8, .. JsonMarshal.GetRawUtf8Value(bare)[1..]]);
    }
}
