using System.Collections.Immutable;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network;

/// <summary>Relations as lists and the map show them.</summary>
internal sealed class PartnerListing : IRecordKind
{
    public const string Kind = "partner";

    public string Name => Kind;

    public bool KeepsVersions => false;

    public bool IsOnly => false;

    /// <summary>Null for a visitor: one server may have more of them than there are poles, and no list names them.</summary>
    public static CatalogueEntry? Of(RecordKey key, PartnerState state) => !state.Actor!.IsPole ? null : new()
    {
        Key = key.ToString(),
        Revision = state.Version,
        Audience = state.Connection == Connection.Connected ? Audience.Public : Audience.Own,
        Created = state.Since ?? state.Updated,
        Updated = state.Updated,
        Name = state.Actor.Name,
        Territory = Check.IsTerritory(state.Actor.Territory) ? state.Actor.Territory : "",
        Status = state.Connection.ToString().ToLowerInvariant(),
        Facts = ImmutableSortedDictionary<string, string>.Empty
            .Add("actor", state.Actor.Id),
    };

    public CatalogueEntry? OfState(string json, RecordKey key) => StateJson.Read<PartnerState>(json) is { Actor: not null } state ? Of(key, state) : null;

    /// <summary>Relations are never shared as documents.</summary>
    public CatalogueEntry? OfDocument(ApObject document, CatalogueEntry blank) => null;

    public Task RenewAsync(IGrainFactory grains, RecordKey key) => Task.CompletedTask;

    public Task RecoverAsync(IGrainFactory grains, RecordKey key, ApObject document, LostRevision lost) => Task.CompletedTask;
}
