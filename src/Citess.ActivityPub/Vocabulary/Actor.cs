using System.Text.Json;
using System.Text.Json.Serialization;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>An actor: a pole (Organization), a server (Application), a person on other software.</summary>
public sealed record Actor : ApObject
{
    /// <summary>The name before the @.</summary>
    public string? PreferredUsername { get; init; }
    /// <summary>Where activities are posted.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Inbox { get; init; }
    /// <summary>What the actor shared, newest first.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Outbox { get; init; }
    /// <summary>Who receives.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Followers { get; init; }
    /// <summary>From whom the actor receives.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Following { get; init; }
    /// <summary>Addresses shared by all actors of the server.</summary>
    public Endpoints? Endpoints { get; init; }
    /// <summary>The RSA keys for HTTP signatures, the current one first.</summary>
    [JsonConverter(typeof(PublicKeysConverter))]
    public IReadOnlyList<PublicKeyPem>? PublicKey { get; init; }
    /// <summary>Multikeys for proofs, FEP-521a; retired ones stay, since what they proved is still there.</summary>
    [JsonConverter(typeof(MultikeysConverter))]
    public IReadOnlyList<Multikey>? AssertionMethod { get; init; }
    /// <summary>Multikeys for HTTP signatures, FEP-521a.</summary>
    [JsonConverter(typeof(MultikeysConverter))]
    public IReadOnlyList<Multikey>? Authentication { get; init; }
    /// <summary>What the software can do, FEP-844e, by the addresses of the specifications; on the actor of a server itself.</summary>
    [JsonConverter(typeof(ImplementsConverter))]
    public IReadOnlyList<string>? Implements { get; init; }
    /// <summary>The software that speaks for the actor, FEP-844e.</summary>
    [JsonConverter(typeof(GeneratorConverter))]
    public Generator? Generator { get; init; }
    /// <summary>True when each follow waits for a person.</summary>
    public bool? ManuallyApprovesFollowers { get; init; }
}

/// <summary>Addresses shared by all actors of a server.</summary>
public sealed record Endpoints
{
    /// <summary>The inbox that serves every actor of the server.</summary>
    public string? SharedInbox { get; init; }
}

/// <summary>A key as Mastodon's security vocabulary writes it.</summary>
public sealed record PublicKeyPem
{
    /// <summary>The key's own address.</summary>
    public string? Id { get; init; }
    /// <summary>The actor it belongs to.</summary>
    public string? Owner { get; init; }
    /// <summary>SubjectPublicKeyInfo in PEM.</summary>
    [JsonPropertyName("publicKeyPem")]
    public string? Pem { get; init; }
    /// <summary>When its owner stopped signing with it; null for the current key.</summary>
    public DateTimeOffset? Retired { get; init; }
}

/// <summary>A verification method of type Multikey, FEP-521a.</summary>
public sealed record Multikey
{
    /// <summary>The key's own address, on the origin of its controller.</summary>
    public string? Id { get; init; }
    /// <summary>Always <c>Multikey</c>.</summary>
    public string? Type { get; init; } = "Multikey";
    /// <summary>The actor it belongs to.</summary>
    public string? Controller { get; init; }
    /// <summary>base58btc multibase of the multicodec-prefixed public key.</summary>
    public string? PublicKeyMultibase { get; init; }
    /// <summary>When its owner stopped signing with it; null for the current key.</summary>
    public DateTimeOffset? Retired { get; init; }
}
