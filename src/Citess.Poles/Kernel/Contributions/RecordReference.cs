using System.Text.Json.Serialization;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Kernel.Contributions;

/// <summary>A record as another one names it. One of ours has no address in it, so that it holds after a move.</summary>
[GenerateSerializer, Immutable, Alias("record-reference")]
public sealed record RecordReference
{
    public static RecordReference None { get; } = new();

    /// <summary>Scheme and host of the pole that it is at home at; empty for ours.</summary>
    [Id(0)]
    public string Origin { get => field ?? ""; init; } = "";

    /// <summary>Its key there, <c>kind/ulid</c>.</summary>
    [Id(1)]
    public string Key { get => field ?? ""; init; } = "";

    /// <summary>Address of the actor whose it is; empty for ours.</summary>
    [Id(2)]
    public string Owner { get => field ?? ""; init; } = "";

    [JsonIgnore]
    public bool IsOurs => Origin.Length == 0;

    [JsonIgnore]
    public bool IsNone => Key.Length == 0;

    /// <summary>Host of its pole, as pages name it; null for ours.</summary>
    [JsonIgnore]
    public string? Authority => IsOurs ? null : new Uri(Origin).Authority;

    [JsonIgnore]
    public string Id => Key[(Key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Address of its page here, relative to the base of the pages.</summary>
    [JsonIgnore]
    public string PagePath => IsOurs ? Key : $"from/{Authority}/{Key}";

    /// <summary>By its address; <see cref="None"/> for what is no address of a record. The owner of ours is not asked for.</summary>
    public static RecordReference Of(string? address, string? owner, Pole pole)
    {
        ArgumentNullException.ThrowIfNull(pole);
        if (address is not { Length: <= 400 } || !ActivityPub.Fetching.Origin.TryParse(address, allowHttp: true, out var origin) || !address.StartsWith(origin.Url + "/", StringComparison.Ordinal)
            || address[(origin.Url.Length + 1)..].Split('/') is not [var kind, var id] || !RecordKey.TryRecord(kind, id, out var key))
        {
            return None;
        }

        return origin.Url == pole.Origin ? new() { Key = key.ToString() }
            : owner is { Length: <= 400 } && ActivityPub.Fetching.Origin.Same(owner, address) ? new() { Origin = origin.Url, Key = key.ToString(), Owner = owner } : None;
    }

    public string Address(Pole pole) => (IsOurs ? pole?.Origin : Origin) + "/" + Key;

    public string OwnerAddress(Pole pole) => IsOurs ? pole?.ActorAddress ?? "" : Owner;

    /// <summary>As the catalogue has it: <see cref="Catalogue.CatalogueEntry.Reference"/>.</summary>
    public override string ToString() => IsOurs ? Key : Authority + "/" + Key;
}
