using System.Text.Json;

namespace Citess.ActivityPub.Discovery;

/// <summary>What a server says of itself (NodeInfo 2.1).</summary>
public sealed record NodeInfo
{
    /// <summary>The schema, and the link relation by which it is found.</summary>
    public const string Rel = "http://nodeinfo.diaspora.software/ns/schema/2.1";

    /// <summary>The link relation of a server actor (FEP-2677).</summary>
    public const string ApplicationRel = "https://www.w3.org/ns/activitystreams#Application";

    /// <summary>Media type of the document.</summary>
    public const string MediaType = $"application/json; profile=\"{Rel}#\"";

    /// <summary>Version of the schema.</summary>
    public string Version { get; init; } = "2.1";
    /// <summary>Which software runs here.</summary>
    public NodeInfoSoftware? Software { get; init; }
    /// <summary>Spoken here: <c>activitypub</c>.</summary>
    public IReadOnlyList<string> Protocols { get => field ?? []; init; }
    /// <summary>Bridges to other networks; always empty here.</summary>
    public NodeInfoServices Services { get; init; } = new();
    /// <summary>True when anyone may register.</summary>
    public bool OpenRegistrations { get; init; }
    /// <summary>How many; counts only.</summary>
    public NodeInfoUsage Usage { get; init; } = new();
    /// <summary>Free terms: our wire version and the pole's own description.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get => field ?? new Dictionary<string, JsonElement>(); init; }

    /// <summary>Served at <c>/.well-known/nodeinfo</c>: where the document and the server actor are.</summary>
    public static Jrd Links(string documentUrl, string serverActorId) =>
        new() { Links = [new JrdLink { Rel = Rel, Href = documentUrl }, new JrdLink { Rel = ApplicationRel, Href = serverActorId }] };
}

/// <summary>Name and version of a server's software.</summary>
public sealed record NodeInfoSoftware
{
    /// <summary>Lower case, <c>[a-z0-9-]</c>.</summary>
    public string? Name { get; init; }
    /// <summary>Its version.</summary>
    public string? Version { get; init; }
    /// <summary>Where its source is.</summary>
    public string? Repository { get; init; }
    /// <summary>Where it is described.</summary>
    public string? Homepage { get; init; }
}

/// <summary>Bridges of a server.</summary>
public sealed record NodeInfoServices
{
    /// <summary>Networks it reads from.</summary>
    public IReadOnlyList<string> Inbound { get => field ?? []; init; }
    /// <summary>Networks it writes to.</summary>
    public IReadOnlyList<string> Outbound { get => field ?? []; init; }
}

/// <summary>Counts of a server.</summary>
public sealed record NodeInfoUsage
{
    /// <summary>Counts of people.</summary>
    public NodeInfoUsers Users { get; init; } = new();
    /// <summary>Shared objects.</summary>
    public long? LocalPosts { get; init; }
}

/// <summary>Counts of people with an account.</summary>
public sealed record NodeInfoUsers
{
    /// <summary>All of them.</summary>
    public long? Total { get; init; }
}
