using System.Text.Json;

namespace Citess.ActivityPub.Tests.Contexts;

/// <summary>What values stand in.</summary>
internal enum Container
{
    Set,
    List,
    Language,
    Graph,
}

/// <summary>What a member of a document means.</summary>
/// <param name="Iri">The address of its meaning.</param>
/// <param name="Type">Of its values: null for those that are what they are, <c>@id</c> for an address, <c>@vocab</c> for a word, <c>@json</c> for what has no meaning beyond itself, else the address of the type.</param>
/// <param name="Container">How several are held.</param>
/// <param name="Words">Where a word of <c>@vocab</c> has its address.</param>
internal sealed record Term(string Iri, string? Type = null, Container Container = Container.Set, Func<string, string>? Words = null)
{
    /// <summary>A value of it in expanded form.</summary>
    public JsonElement Meant(JsonElement value) => Iri switch
    {
        "@id" => value,
        "@type" => JsonSerializer.SerializeToElement(Words!(value.GetString()!)),
        _ => JsonSerializer.SerializeToElement(Type switch
        {
            null => new Dictionary<string, object>(StringComparer.Ordinal) { ["@value"] = value },
            "@id" => new(StringComparer.Ordinal) { ["@id"] = value },
            "@vocab" => new(StringComparer.Ordinal) { ["@id"] = Words!(value.GetString()!) },
            _ => new(StringComparer.Ordinal) { ["@type"] = Type, ["@value"] = value },
        }),
    };
}
