using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>Somebody on the hostile web, with real keys and the document that their host shows.</summary>
internal sealed class Figure : IDisposable
{
    private readonly HostileWeb web;

    public Figure(HostileWeb web, string host, string? kind = "pole", string? path = null)
    {
        (this.web, Origin) = (web, "http://" + host);
        Id = Origin + (path ?? "/pole/" + Samples.NewId());
        Rsa = RsaKeyPair.Create(Id + "#main-key");
        Ed25519 = Ed25519KeyPair.Create(Id + "#ed25519-key");
        Kind = kind;
        Show();
    }

    public string Origin { get; }

    public string Authority => Origin["http://".Length..];

    public string Id { get; }

    public string? Kind { get; }

    public RsaKeyPair Rsa { get; }

    public Ed25519KeyPair Ed25519 { get; }

    public string NewId(string kind = "activity") => $"{Origin}/{kind}/{Samples.NewId()}";

    /// <summary>The actor, with what a case wants otherwise.</summary>
    public JsonObject Document(Action<JsonObject>? change = null)
    {
        var document = JsonNode.Parse(Ap.Write(new Actor
        {
            Context = Context.Value,
            Id = Id,
            Type = Kind is null ? "Person" : "Organization",
            Kind = Kind,
            Name = Authority,
            PreferredUsername = Kind ?? "mallory",
            Inbox = Id + "/inbox",
            PublicKey = [new() { Id = Rsa.KeyId, Owner = Id, Pem = Rsa.PublicPem }],
            AssertionMethod = [new() { Id = Ed25519.KeyId, Controller = Id, PublicKeyMultibase = Ed25519.PublicMultibase }],
        }).GetRawText())!.AsObject();
        change?.Invoke(document);
        return document;
    }

    public void Show(Action<JsonObject>? change = null) => web.Shows(Id, Document(change).ToJsonString());

    public JsonObject Say(string verb, JsonNode? about, Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["@context"] = "https://www.w3.org/ns/activitystreams",
            ["id"] = NewId(),
            ["type"] = verb,
            ["actor"] = Id,
            ["object"] = about?.DeepClone(),
        };
        change?.Invoke(activity);
        return activity;
    }

    /// <summary>A Create of a practice of one's own, all in order.</summary>
    public JsonObject Create(Action<JsonObject>? change = null) => Say(Verbs.Create, Practice(NewId("practice")), change);

    /// <summary>A practice, changed as the case wants, and then proved.</summary>
    public JsonObject Practice(string id, int revision = 1, Action<JsonObject>? change = null)
    {
        var practice = Bare(id, revision, change);
        return Prove(practice, Ed25519);
    }

    public JsonObject Bare(string id, int revision = 1, Action<JsonObject>? change = null)
    {
        var practice = new JsonObject
        {
            ["@context"] = JsonNode.Parse(JsonSerializer.Serialize(Context.Value)),
            ["id"] = id,
            ["type"] = "Article",
            ["kind"] = "practice",
            ["revision"] = revision,
            ["attributedTo"] = Id,
            ["to"] = new JsonArray(Addresses.Public),
            ["name"] = "De mallory",
            ["nameMap"] = new JsonObject { ["fr"] = "De mallory" },
            ["summary"] = "Tout à moi.",
            ["summaryMap"] = new JsonObject { ["fr"] = "Tout à moi." },
            ["published"] = "2026-01-01T00:00:00Z",
            ["updated"] = "2026-01-01T00:00:00Z",
            ["sourceLanguage"] = "fr",
            ["status"] = "running",
            ["license"] = "https://creativecommons.org/licenses/by/4.0/",
        };
        change?.Invoke(practice);
        return practice;
    }

    public JsonObject Tombstone(string id, int revision) => Practice(id, revision, document => (document["type"], document["formerType"]) = ("Tombstone", "Article"));

    public static JsonObject Prove(JsonObject document, Ed25519KeyPair key, DateTimeOffset? at = null) =>
        JsonNode.Parse(DataIntegrity.Prove(JsonElement.Parse(document.ToJsonString()), key, at ?? TimeProvider.System.GetUtcNow()))!.AsObject();

    public void Dispose()
    {
        Rsa.Dispose();
        Ed25519.Dispose();
    }
}
