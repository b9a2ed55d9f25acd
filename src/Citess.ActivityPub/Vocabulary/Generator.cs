using System.Text.Json;
using System.Text.Json.Serialization;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>The software behind an actor, as far as FEP-844e asks.</summary>
public sealed record Generator
{
    /// <summary>Always <c>Application</c>.</summary>
    public string? Type { get; init; } = "Application";

    /// <summary>The server's own actor; null when the software has none.</summary>
    public string? Id { get; init; }

    /// <summary>What it can do, by the addresses of the specifications.</summary>
    [JsonConverter(typeof(ImplementsConverter))]
    public IReadOnlyList<string>? Implements { get; init; }
}

/// <summary>Addresses of specifications in the registry of FEP-844e.</summary>
public static class Capabilities
{
    /// <summary>HTTP message signatures with RSA.</summary>
    public const string Rfc9421 = "https://datatracker.ietf.org/doc/html/rfc9421";

    /// <summary>HTTP message signatures with Ed25519.</summary>
    public const string Rfc9421Ed25519 = "https://datatracker.ietf.org/doc/html/rfc9421#name-eddsa-using-curve-edwards25";

    /// <summary>What this library can do.</summary>
    public static IReadOnlyList<string> Ours { get; } = [Rfc9421, Rfc9421Ed25519];

    internal static string? NameOf(string address) => address switch
    {
        Rfc9421 => "RFC-9421: HTTP Message Signatures",
        Rfc9421Ed25519 => "RFC-9421 signatures using the Ed25519 algorithm",
        _ => null,
    };
}

/// <summary>Writes each address as a Link with its name, as FEP-844e has it; reads whatever names an address.</summary>
internal sealed class ImplementsConverter : JsonConverter<IReadOnlyList<string>?>
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
            writer.WriteStartObject();
            writer.WriteString("type", "Link");
            writer.WriteString("href", address);
            if (Capabilities.NameOf(address) is { } name)
            {
                writer.WriteString("name", name);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

/// <summary>Reads an embedded generator; others name theirs by address or in other forms, which say nothing here.</summary>
internal sealed class GeneratorConverter : JsonConverter<Generator?>
{
    public override Generator? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        var one = value.RootElement.ValueKind == JsonValueKind.Array && value.RootElement.GetArrayLength() == 1 ? value.RootElement[0] : value.RootElement;
        return one.ValueKind != JsonValueKind.Object ? null : new()
        {
            Type = null,
            Implements = one.TryGetProperty("implements", out var implements) ? [.. Addresses.Of(implements)] : null,
        };
    }

    public override void Write(Utf8JsonWriter writer, Generator? value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value!, ApJson.Default.Generator);
}
