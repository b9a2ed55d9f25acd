using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>A member of the cast, with real keys and the document that its host shows.</summary>
internal sealed class Pole
{
    private Pole(string origin, string name, RsaKeyPair? key = null) =>
        (Origin, Id, Key, Proof) = (origin, $"{origin}/{name}", key ?? RsaKeyPair.Create($"{origin}/{name}#main-key"), Ed25519KeyPair.Create($"{origin}/{name}#proof-key"));

    public static Pole Mahdia { get; } = new("https://mahdia.example", "pole");
    public static Pole Barcelona { get; } = new("https://barcelona.example", "pole");
    public static Pole Mallory { get; } = new("https://mallory.example", "mallory");

    /// <summary>A guest of Barcelona's own host, with a key of its own.</summary>
    public static Pole MalloryAtBarcelona { get; } = new("https://barcelona.example", "mallory");

    public string Origin { get; }
    public string Id { get; }
    public RsaKeyPair Key { get; private init; }
    public Ed25519KeyPair Proof { get; private init; }

    /// <summary>The same pole after it changed its keys under the same key ids.</summary>
    public Pole WithNewKeys() => new(Origin, Id[(Origin.Length + 1)..]);

    public string Document() => $$"""
        {"@context":"https://www.w3.org/ns/activitystreams","id":"{{Id}}","type":"Organization","preferredUsername":"pole","inbox":"{{Id}}/inbox",
        "publicKey":{"id":"{{Key.KeyId}}","owner":"{{Id}}","publicKeyPem":{{JsonSerializer.Serialize(Key.PublicPem)}}},
        "assertionMethod":[{"id":"{{Proof.KeyId}}","type":"Multikey","controller":"{{Id}}","publicKeyMultibase":"{{Proof.PublicMultibase}}"}]}
        """;

    public string Says(string verb, string about, string id = "/activity/1") =>
        $$"""{"@context":"https://www.w3.org/ns/activitystreams","id":"{{Origin}}{{id}}","type":"{{verb}}","actor":"{{Id}}","object":{{about}}}""";

    public string Practice(string more = "", string type = "Article") =>
        $$"""{"@context":"https://www.w3.org/ns/activitystreams","id":"{{Origin}}/practice/1","type":"{{type}}","attributedTo":"{{Id}}","name":"Taller"{{more}}}""";

    public string Proved(string document, DateTimeOffset now)
    {
        using var parsed = JsonDocument.Parse(document);
        return Encoding.UTF8.GetString(DataIntegrity.Prove(parsed.RootElement, Proof, now));
    }

    public string Follow(string whom, string id = "/follow/1") => $$"""{"id":"{{Origin}}{{id}}","type":"Follow","actor":"{{Id}}","object":"{{whom}}"}""";
}
