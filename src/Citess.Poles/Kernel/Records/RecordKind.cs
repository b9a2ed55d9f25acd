using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Kernel.Records;

/// <summary>One kind of record, as far as the house needs to know without its content type.</summary>
public interface IRecordKind
{
    /// <summary>The kind in keys and addresses, for example <c>practice</c>.</summary>
    string Name { get; }

    /// <summary>How lists show a stored state; null when nothing was created.</summary>
    CatalogueEntry? OfState(string json, RecordKey key);

    /// <summary>True when there is one, made when the pole is set up: people neither add another nor withdraw it.</summary>
    bool IsOnly { get; }

    /// <summary>True when what it said before is kept and can be brought back, here and by whoever holds it.</summary>
    bool KeepsVersions { get; }

    /// <summary>Shares a record of ours in one more revision, its content unchanged.</summary>
    Task RenewAsync(IGrainFactory grains, RecordKey key);

    /// <summary>Gives a document of ours that came back to its grain.</summary>
    Task RecoverAsync(IGrainFactory grains, RecordKey key, ApObject document, LostRevision lost);

    /// <summary>How lists show a document of another pole; null when it cannot be read as this kind.</summary>
    CatalogueEntry? OfDocument(ApObject document, CatalogueEntry blank);
}

/// <summary>Where a kind's rules live: what is valid, how it is written for others and read from them, how lists show it.</summary>
public abstract class RecordKind<TContent> : IRecordKind
    where TContent : class
{
    public abstract string Name { get; }

    /// <summary>The permission that a change asks for; <paramref name="reach"/> is the widest audience that it concerns.</summary>
    public virtual string Permission(Audience reach) => reach > Audience.Own ? Permissions.Share : Permissions.Write;

    public virtual bool IsOnly => false;

    /// <summary>The verb by which a record is shared for the first time.</summary>
    public virtual string FirstVerb => Verbs.Create;

    /// <summary>True when what it said before is kept and can be brought back, here and by whoever holds it.</summary>
    public virtual bool KeepsVersions => false;

    /// <summary>Images and documents that the content names.</summary>
    public virtual IReadOnlyCollection<BlobLink> Blobs(TContent content) => [];

    /// <summary>What is wrong with the content, field by field; nothing when it is fine.</summary>
    public abstract IEnumerable<FieldProblem> Check(TContent content);

    /// <summary>True when it has a page on which it is changed.</summary>
    public virtual bool IsWritten => true;

    /// <summary>Refuses what only the moment and the author tell; asked before a record is created or edited.</summary>
    public virtual Task CheckAsync(TContent content, ClaimsPrincipal who, IGrainFactory grains) => Task.CompletedTask;

    /// <summary>Refuses to show content to more people than may see what it tells of; <paramref name="held"/> is what is there, null when it is new.</summary>
    public virtual Task CheckReachAsync(TContent content, Reach reach, RecordView<TContent>? held, ICatalogue catalogue) => Task.CompletedTask;

    /// <summary>The content as this reader may see it: some fields are only for people who are signed in.</summary>
    public virtual TContent Shown(TContent content, ClaimsPrincipal who) => content;

    /// <summary>Our content as an AS2 document, still without its proof.</summary>
    public abstract JsonElement Write(TContent content, Frame frame);

    /// <summary>Another pole's document as content; null when it does not fit.</summary>
    public abstract TContent? Read(ApObject document);

    /// <summary>Fills in what lists, search and map show.</summary>
    public abstract CatalogueEntry Describe(TContent content, CatalogueEntry blank);

    public abstract IRecordGrain<TContent> Grain(IGrainFactory grains, RecordKey key);

    /// <summary>Adds to content that came back from others what they never had: fields that do not travel.</summary>
    public virtual TContent Complete(TContent recovered, TContent held) => recovered;

    public CatalogueEntry Describe(RecordState<TContent> state, RecordKey key) => Describe(state.Content!, new()
    {
        Key = key.ToString(),
        Revision = state.Revision,
        Audience = state.Audience,
        IsForList = state.Reach.IsList,
        IsWithdrawn = state.IsWithdrawn,
        Created = state.Created,
        Updated = state.Updated,
        Blobs = [.. Blobs(state.Content!)],
    });

    Task IRecordKind.RenewAsync(IGrainFactory grains, RecordKey key) => Grain(grains, key).RenewAsync();

    Task IRecordKind.RecoverAsync(IGrainFactory grains, RecordKey key, ApObject document, LostRevision lost) =>
        Grain(grains, key).RecoverAsync(lost.IsTombstone || lost.IsRemoval ? null : Read(document), lost);

    CatalogueEntry? IRecordKind.OfState(string json, RecordKey key) =>
        StateJson.Read<RecordState<TContent>>(json) is { Content: not null } state ? Describe(state, key) : null;

    CatalogueEntry? IRecordKind.OfDocument(ApObject document, CatalogueEntry blank) =>
        Read(document) is { } content && !Check(content).Any() ? Describe(content, blank) : null;
}
