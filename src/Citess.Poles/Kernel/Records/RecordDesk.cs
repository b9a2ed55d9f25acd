using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// Where pages and the API meet a record: who may is asked here, and a command returns once lists show what it did.
/// </summary>
public sealed class RecordDesk<TContent>(RecordKind<TContent> kind, IGrainFactory grains, ICatalogue catalogue, IDocuments documents, Recovering recovering, ListedPartners partners, BlobDesk blobs, Press press)
    where TContent : class
{
    public RecordKind<TContent> Kind => kind;

    /// <summary>Null when there is none that this reader may see.</summary>
    public async Task<RecordView<TContent>?> ReadAsync(ClaimsPrincipal who, string id)
    {
        if (!RecordKey.TryRecord(kind.Name, id, out var key))
        {
            return null;
        }

        var view = await kind.Grain(grains, key).ReadAsync();
        return view is null || view.Audience < who.Least() || (view.IsWithdrawn && who.Least() > Audience.Own)
            ? null
            : view with { Content = kind.Shown(view.Content, who) };
    }

    /// <summary>A record as its signed document says, of another pole, or with an empty authority of ours; null when there is none that this reader may see.</summary>
    public async Task<RecordView<TContent>?> ReadAsync(ClaimsPrincipal who, string authority, string id)
    {
        if (!RecordKey.TryRecord(kind.Name, id, out var key) || await documents.FindAsync(authority, key) is not { } document || document.Audience < who.Least()
            || Ap.Read<ApObject>(JsonElement.Parse(document.Json)) is not { } read)
        {
            return null;
        }

        // What lists would not take is not shown either: a javascript: address would be a link of ours.
        var content = document.IsTombstone ? null : kind.Read(read);
        if (!document.IsTombstone && (content is null || kind.Check(content).Any()))
        {
            return null;
        }

        return new()
        {
            Content = content!,
            Revision = document.Revision,
            Audience = document.Audience,
            IsWithdrawn = document.IsTombstone,
            Created = read.Published ?? default,
            Updated = read.Deleted ?? read.Updated ?? default,
            By = "",
            Address = read.Id,
        };
    }

    public Task<int> CreateAsync(ClaimsPrincipal who, string id, TContent content, Reach reach) => kind.IsOnly
        ? throw new RefusedException(Refusal.Forbidden, "There is one of this kind, and it is there already.")
        : DoAsync(who, id, reach.Extent, async grain =>
        {
            await partners.CheckAsync(reach, Audience.Own);
            await kind.CheckAsync(content, who, grains);
            await kind.CheckReachAsync(content, reach, held: null, catalogue);
            await blobs.CheckAsync(kind.Blobs(content));
            return await grain.CreateAsync(content, reach, who.AccountId());
        });

    public Task<int> EditAsync(ClaimsPrincipal who, string id, TContent content, Reach reach, int seen, string why = "") => EditAsync(who, id, content, reach, seen, why, isSaid: true);

    /// <param name="isSaid">False when nothing is said anew: whoever changes who sees it needs not be who may say it.</param>
    private async Task<int> EditAsync(ClaimsPrincipal who, string id, TContent content, Reach reach, int seen, string why, bool isSaid)
    {
        var held = await kind.Grain(grains, Key(id)).ReadAsync();
        var before = held?.Reach ?? Audience.Own;
        return await DoAsync(who, id, Wider(reach.Extent, before.Extent), async grain =>
        {
            await partners.CheckAsync(reach, before);
            await (isSaid ? kind.CheckAsync(content, who, grains) : Task.CompletedTask);
            await kind.CheckReachAsync(content, reach, held, catalogue);
            await blobs.CheckAsync(kind.Blobs(content));
            return await grain.EditAsync(content, reach, seen, who.AccountId(), why);
        });
    }

    /// <summary>Changes who may see it, and nothing else.</summary>
    public async Task<int> ReachAsync(ClaimsPrincipal who, string id, Reach reach, int seen) =>
        await kind.Grain(grains, Key(id)).ReadAsync() is { } held
            ? await EditAsync(who, id, held.Content, reach, seen, why: "", isSaid: false)
            : throw new RefusedException(Refusal.NotFound, "There is no such record.");

    /// <summary>The record as partner poles read it: written for them, and read as they do. Null when there is none.</summary>
    public async Task<RecordView<TContent>?> PreviewAsync(ClaimsPrincipal who, string id)
    {
        if (!who.May(Permissions.Write) || !RecordKey.TryRecord(kind.Name, id, out var key) || await kind.Grain(grains, key).ReadAsync() is not { } view)
        {
            return null;
        }

        var frame = press.Frame(key, new RecordState<TContent> { Revision = view.Revision, Audience = Audience.Network, Updated = view.Updated });
        return Ap.Read<ApObject>(kind.Write(view.Content, frame)) is { } document && kind.Read(document) is { } read
            ? view with { Content = read, By = "" }
            : null;
    }

    public async Task<int> WithdrawAsync(ClaimsPrincipal who, string id, int seen) => kind.IsOnly
        ? throw new RefusedException(Refusal.Forbidden, "This cannot be withdrawn.")
        : await DoAsync(who, id, (await ReachAsync(id)).Extent, grain => grain.WithdrawAsync(seen, who.AccountId()));

    public async Task<int> RestoreAsync(ClaimsPrincipal who, string id, int seen) =>
        await DoAsync(who, id, (await ReachAsync(id)).Extent, grain => grain.RestoreAsync(seen, who.AccountId()));

    private async Task<int> DoAsync(ClaimsPrincipal who, string id, Audience reach, Func<IRecordGrain<TContent>, Task<int>> command)
    {
        who.Require(kind.Permission(reach));
        recovering.Check();
        var key = Key(id);
        var revision = await command(kind.Grain(grains, key));
        await catalogue.WaitForAsync(key, revision);
        return revision;
    }

    private async Task<Reach> ReachAsync(string id) => (await kind.Grain(grains, Key(id)).ReadAsync())?.Reach ?? Audience.Own;

    private RecordKey Key(string id) =>
        RecordKey.TryRecord(kind.Name, id, out var key) ? key : throw new RefusedException(Refusal.NotFound, "There is no such record.");

    private static Audience Wider(Audience one, Audience other) => one > other ? one : other;
}
