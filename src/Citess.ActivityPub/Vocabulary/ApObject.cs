using System.Text.Json;
using System.Text.Json.Serialization;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>An ActivityStreams 2 object: the terms this house knows, and every other term kept as it came.</summary>
public record ApObject
{
    /// <summary>A context as others write it; a document of ours has its own from <see cref="Ap.WriteDocument"/>. Null in what was read, where it is never interpreted.</summary>
    [JsonPropertyName("@context"), JsonPropertyOrder(-10), JsonConverter(typeof(UnreadConverter))]
    public JsonElement? Context { get; init; }

    /// <summary>The absolute address that names this object; null only inside another object.</summary>
    [JsonPropertyOrder(-9)]
    public string? Id { get; init; }

    /// <summary>The plain AS2 type; the first one when several were given.</summary>
    [JsonPropertyOrder(-8), JsonConverter(typeof(FirstStringConverter))]
    public string? Type { get; init; }

    /// <summary>The actor that speaks for this object, by address.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? AttributedTo { get; init; }

    /// <summary>Plain text name in the source language.</summary>
    public string? Name { get; init; }

    /// <summary>Plain text name by BCP 47 language.</summary>
    public IReadOnlyDictionary<string, string>? NameMap { get; init; }

    /// <summary>One line, HTML as AS2 has it, in the source language.</summary>
    public string? Summary { get; init; }

    /// <summary>One line by language.</summary>
    public IReadOnlyDictionary<string, string>? SummaryMap { get; init; }

    /// <summary>HTML in the source language; sanitised by whoever shows it.</summary>
    public string? Content { get; init; }

    /// <summary>HTML by language.</summary>
    public IReadOnlyDictionary<string, string>? ContentMap { get; init; }

    /// <summary>Primary audience: the Public address or an opaque audience id, never a list of recipients.</summary>
    [JsonConverter(typeof(AddressesConverter))]
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>Secondary audience.</summary>
    [JsonConverter(typeof(AddressesConverter))]
    public IReadOnlyList<string>? Cc { get; init; }

    /// <summary>Where a person reads it.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Url { get; init; }

    /// <summary>When it was first shared.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The type before withdrawal; on a Tombstone only.</summary>
    [JsonConverter(typeof(FirstStringConverter))]
    public string? FormerType { get; init; }

    /// <summary>When it was withdrawn; on a Tombstone only.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Our kind beside the plain type, for example <c>practice</c>; null from other software.</summary>
    public string? Kind { get; init; }

    /// <summary>Number of this state of the object, from 1; a higher one wins whichever way it came.</summary>
    public int? Revision { get; init; }

    /// <summary>The proof is laid over what was written, and judged by the bytes that came: null here.</summary>
    [JsonConverter(typeof(UnreadConverter))]
    public JsonElement? Proof { get; init; }

    /// <summary>Every term that is not known here, kept and not interpreted.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
