using System.Text.Json;
using System.Text.Json.Serialization;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>Written, and passed over when read: it is long, and nobody asks for it in what was read.</summary>
internal sealed class UnreadConverter : JsonConverter<JsonElement?>
{
    public override JsonElement? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options) => value!.Value.WriteTo(writer);
}

/// <summary>Reads a string, or the first string of an array: <c>type</c> may be either.</summary>
internal sealed class FirstStringConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        using var value = JsonDocument.ParseValue(ref reader);
        var first = value.RootElement.ValueKind == JsonValueKind.Array && value.RootElement.GetArrayLength() > 0
            ? value.RootElement[0]
            : value.RootElement;
        return first.ValueKind == JsonValueKind.String ? first.GetString() : null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads an address that may be given as a string, a Link, an embedded object, or the first of a list of these.</summary>
internal sealed class AddressConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return Addresses.Of(value.RootElement).FirstOrDefault();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads one address or a list of them, in each of the forms of <see cref="AddressConverter"/>.</summary>
internal sealed class AddressesConverter : JsonConverter<IReadOnlyList<string>?>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return [.. Addresses.Of(value.RootElement)];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var address in value ?? [])
        {
            writer.WriteStringValue(address);
        }

        writer.WriteEndArray();
    }
}

/// <summary>The addresses that an AS2 value names.</summary>
public static class Addresses
{
    /// <summary>The Public collection of ActivityPub.</summary>
    public const string Public = "https://www.w3.org/ns/activitystreams#Public";

    /// <summary>True for each of the three spellings of the Public collection.</summary>
    public static bool IsPublic(string address) => address is Public or "as:Public" or "Public";

    /// <summary>Each address in a string, a Link (<c>href</c>), an object (<c>id</c>) or a list of these; what has none is passed over.</summary>
    public static IEnumerable<string> Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Array).SelectMany(Of),
        JsonValueKind.Object when Text(value, "id") is { } id => [id],
        JsonValueKind.Object when Text(value, "href") is { } href => [href],
        _ => [],
    };

    private static string? Text(JsonElement value, string member) =>
        value.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

/// <summary>Reads one embedded object or a list of them; addresses without content are passed over.</summary>
internal abstract class EmbeddedConverter<T> : JsonConverter<IReadOnlyList<T>?>
    where T : class
{
    protected abstract T? ReadOne(JsonElement value);

    protected abstract void WriteOne(Utf8JsonWriter writer, T value);

    protected virtual bool SingleAsObject => false;

    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        IEnumerable<JsonElement> items = value.RootElement.ValueKind == JsonValueKind.Array ? value.RootElement.EnumerateArray() : [value.RootElement];
        return [.. items.Where(item => item.ValueKind == JsonValueKind.Object).Select(ReadOne).OfType<T>()];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T>? value, JsonSerializerOptions options)
    {
        if (SingleAsObject && value is [var only])
        {
            WriteOne(writer, only);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in value ?? [])
        {
            WriteOne(writer, item);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Mastodon reads <c>publicKey</c> only as a single object, so one key is written as such.</summary>
internal sealed class PublicKeysConverter : EmbeddedConverter<PublicKeyPem>
{
    protected override bool SingleAsObject => true;

    protected override PublicKeyPem? ReadOne(JsonElement value) => value.Deserialize(ApJson.Default.PublicKeyPem);

    protected override void WriteOne(Utf8JsonWriter writer, PublicKeyPem value) => JsonSerializer.Serialize(writer, value, ApJson.Default.PublicKeyPem);
}

internal sealed class MultikeysConverter : EmbeddedConverter<Multikey>
{
    protected override Multikey? ReadOne(JsonElement value) => value.Deserialize(ApJson.Default.Multikey);

    protected override void WriteOne(Utf8JsonWriter writer, Multikey value) => JsonSerializer.Serialize(writer, value, ApJson.Default.Multikey);
}
