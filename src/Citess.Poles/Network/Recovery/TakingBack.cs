using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Repair;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Recovery;

/// <summary>
/// Asks a partner what it holds of this pole, and gives each document to the record that it is about. Nothing is believed but
/// our own signature.
/// </summary>
internal sealed partial class TakingBack(
    RemoteActors actors, Feed feed, IDocuments documents, ILedger ledger, IGrainFactory grains, IEnumerable<IRecordKind> kinds, Pole pole, TimeProvider clock, ILogger<TakingBack> log)
{
    /// <summary>A million records of ours.</summary>
    private const int MaxPages = 10_000;

    private readonly Dictionary<string, IRecordKind> kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>False when the partner does not answer; <paramref name="tick"/> is called before each page.</summary>
    public async Task<bool> FromAsync(PartnerActor partner, Action tick, CancellationToken stop)
    {
        if (await actors.FindAsync(partner.Id, new FetchBudget(4), stop) is not { } actor || Places.Of(actor) is not { } places)
        {
            LogSilent(log, partner.Authority);
            return false;
        }

        var (count, pages) = (0, 0);
        for (var address = places.Changes + "?of=" + Uri.EscapeDataString(pole.Authority) + "&after=0"; address is not null; pages++)
        {
            tick();
            if (pages == MaxPages)
            {
                LogEndless(log, partner.Authority);
                return true;
            }

            if (await feed.GetAsync(address, stop) is not FetchResult.Fetched fetched || ChangesPage.TryRead(fetched.Root, address) is not { } page)
            {
                LogSilent(log, partner.Authority);
                return false;
            }

            foreach (var copy in page.Items)
            {
                count += await RecoverAsync(partner, copy, stop) ? 1 : 0;
            }

            address = page.Items.Count > 0 ? page.Next : null;
        }

        LogTaken(log, count, partner.Authority);
        return true;
    }

    private async Task<bool> RecoverAsync(PartnerActor partner, JsonElement copy, CancellationToken stop)
    {
        if (!pole.PoleKeys.Proved(copy, clock.GetUtcNow())
            || Ap.Read<ApObject>(copy) is not { Revision: { } revision } document || !pole.TryOwn(CopyRule.AboutOf(copy), out var key) || !kinds.TryGetValue(key.Kind, out var kind))
        {
            return false;
        }

        var isRemoval = document.Type == Verbs.Remove;
        var list = isRemoval ? null : AudienceNames.ListOf(document);
        var (json, held) = (copy.GetRawText(), await documents.FindAsync("", key, stop));
        if (isRemoval ? await ledger.FindActivityAsync(document.Id!, stop) is not null : held?.Json == json && list is null)
        {
            return true;
        }

        try
        {
            await kind.RecoverAsync(grains, key, document, new()
            {
                Revision = revision,
                Audience = isRemoval ? Audience.Own : AudienceNames.Of(document),
                List = list,
                Holder = partner.Relation,
                IsTombstone = document.Type == "Tombstone",
                IsRemoval = isRemoval,
                IsOther = held is not null && held.Revision == revision && held.Json != json,
                Shared = document.Published ?? clock.GetUtcNow(),
                Updated = document.Updated ?? clock.GetUtcNow(),
                Json = json,
            });
        }
        catch (RefusedException refused)
        {
            // A rule of today against what was allowed then: the others must not wait for it.
            LogRefused(log, key.ToString(), partner.Authority, refused.Message);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} signed records of ours compared with {Authority}")]
    private static partial void LogTaken(ILogger log, int count, string authority);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Authority} does not answer yet; it is asked again for what this pole lost")]
    private static partial void LogSilent(ILogger log, string authority);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Authority} never comes to the end of what it holds of ours; what it showed so far is taken")]
    private static partial void LogEndless(ILogger log, string authority);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Key} as {Authority} kept it could not be taken back: {Reason}")]
    private static partial void LogRefused(ILogger log, string key, string authority, string reason);
}
