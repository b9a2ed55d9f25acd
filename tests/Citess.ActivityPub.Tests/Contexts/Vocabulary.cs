using System.Text.Json;

namespace Citess.ActivityPub.Tests.Contexts;

/// <summary>The terms of our documents: ours as specs/context says them, the others as ActivityStreams 2.0, LDP, the DID and the Data Integrity recommendations do.</summary>
internal sealed class Vocabulary
{
    private const string As = "https://www.w3.org/ns/activitystreams#";
    private const string Security = "https://w3id.org/security#";
    private const string DateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
    private const string Multibase = Security + "multibase";

    private readonly Dictionary<string, Term> terms = new(StringComparer.Ordinal)
    {
        ["id"] = new("@id"),
        ["inbox"] = new("http://www.w3.org/ns/ldp#inbox", "@id"),
        ["items"] = new(As + "items", "@id"),
        ["orderedItems"] = new(As + "items", "@id", Container.List),
        ["publicKey"] = new(Security + "publicKey", "@id"),
        ["owner"] = new(Security + "owner", "@id"),
        ["publicKeyPem"] = new(Security + "publicKeyPem"),
        ["assertionMethod"] = new(Security + "assertionMethod", "@id"),
        ["authentication"] = new(Security + "authenticationMethod", "@id"),
        ["controller"] = new(Security + "controller", "@id"),
        ["publicKeyMultibase"] = new(Security + "publicKeyMultibase", Multibase),
        ["proof"] = new(Security + "proof", "@id", Container.Graph),
        ["cryptosuite"] = new(Security + "cryptosuite"),
        ["verificationMethod"] = new(Security + "verificationMethod", "@id"),
        ["proofPurpose"] = new(Security + "proofPurpose", "@vocab", Words: word => Security + word),
        ["proofValue"] = new(Security + "proofValue", Multibase),
        ["created"] = new("http://purl.org/dc/terms/created", DateTime),

        // On purpose without a meaning: the number of a drawer, which only the pole that counts the same drawers can use.
        ["bucket"] = new("_:bucket"),
    };

    public Vocabulary(JsonElement context)
    {
        foreach (var name in new[] { "name", "summary", "content" })
        {
            terms[name] = new(As + name);
            terms[name + "Map"] = new(As + name, Container: Container.Language);
        }

        foreach (var name in new[] { "actor", "object", "target", "attributedTo", "to", "url", "describes", "generator", "outbox", "followers", "following", "endpoints", "sharedInbox", "href", "partOf", "image", "attachment", "tag", "context", "replies", "inReplyTo", "result" })
        {
            terms[name] = new(As + name, "@id");
        }

        foreach (var name in new[] { "published", "updated", "deleted", "startTime", "endTime" })
        {
            terms[name] = new(As + name, DateTime);
        }

        terms["preferredUsername"] = new(As + "preferredUsername");
        foreach (var name in new[] { "mediaType", "hreflang", "rel" })
        {
            terms[name] = new(As + name);
        }

        // The context of ActivityStreams has an address here, and so has "Article" beside the tombstone; other servers write it as we do.
        terms["formerType"] = new(As + "formerType", "@vocab", Words: word => "https://mahdia.example/practice/" + word);

        var own = context.EnumerateArray().Single(part => part.ValueKind == JsonValueKind.Object);

        // Types begin with a capital, as those of AS2 do: they stand behind "type", and are no members.
        var types = own.EnumerateObject().Where(definition => char.IsAsciiLetterUpper(definition.Name[0])).ToDictionary(type => type.Name, type => type.Value.GetString()!, StringComparer.Ordinal);
        terms["type"] = new("@type", Words: word => types.GetValueOrDefault(word) ?? (word is "Multikey" or "DataIntegrityProof" ? Security : As) + word);
        foreach (var definition in own.EnumerateObject().Where(definition => definition.Name != "citess" && !types.ContainsKey(definition.Name)))
        {
            terms.Add(definition.Name, Read(definition.Value, own.GetProperty("citess").GetString()!));
        }

        Own = [.. own.EnumerateObject().Select(definition => definition.Name).Where(name => name != "citess" && !types.ContainsKey(name))];
    }

    /// <summary>The names of the terms that are ours.</summary>
    public IReadOnlyList<string> Own { get; }

    public Term? this[string member] => terms.GetValueOrDefault(member);

    private static Term Read(JsonElement definition, string citess)
    {
        if (definition.ValueKind == JsonValueKind.String)
        {
            return new(Whole(definition.GetString()!, citess));
        }

        return new(
            Whole(definition.GetProperty("@id").GetString()!, citess),
            definition.TryGetProperty("@type", out var type) ? type.GetString() : null,
            definition.TryGetProperty("@container", out var container)
                ? container.GetString() switch
                {
                    "@set" => Container.Set,
                    "@list" => Container.List,
                    "@language" => Container.Language,
                    var other => throw new InvalidOperationException($"{other} was not thought of."),
                }
                : Container.Set);
    }

    private static string Whole(string address, string citess) =>
        address.Replace("citess:", citess, StringComparison.Ordinal).Replace("as:", As, StringComparison.Ordinal);
}
