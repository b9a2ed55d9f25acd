using System.Text;
using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Outgoing;

[GrainType("courier")]
internal sealed partial class CourierGrain(ICourierTable couriers, ILedger ledger, Postbox postbox, Pole pole, TimeProvider clock, ILogger<CourierGrain> log) : Grain, ICourierGrain
{
    private const int Batch = 100;

    public async Task<int> CarryAsync()
    {
        var delivered = 0;
        var relation = RecordKey.Parse(this.GetPrimaryKeyString()).Id;
        while (await couriers.FindAsync(relation) is { Rests: false } stand && stand.DueAt <= clock.GetUtcNow()
            && await ledger.ReadAsync(stand.Cursor, Batch) is { Count: > 0 } entries)
        {
            // At the beginning, yes before all else: what is shared is taken in only by who knows that it was accepted.
            var (next, sent) = stand.Cursor > 0 ? (stand, 0) : await CarryAsync(stand, await ledger.ReadAddressedAsync(relation));
            next = next with { Cursor = stand.Cursor };
            if (next.DueAt <= clock.GetUtcNow())
            {
                (next, var more) = await CarryAsync(next, entries);
                sent += more;
            }

            delivered += sent;
            await couriers.SaveAsync(next);
        }

        return delivered;
    }

    private async Task<(CourierStand Stand, int Sent)> CarryAsync(CourierStand stand, IReadOnlyList<LedgerEntry> entries)
    {
        var sent = 0;
        foreach (var entry in entries)
        {
            if (Concerns(stand, entry))
            {
                switch (await postbox.PostAsync(stand.Inbox, Encoding.UTF8.GetBytes(entry.Activity), pole.PoleSigner))
                {
                    case DeliveryResult.Delivered:
                        stand = stand with { Failures = 0, Problem = null, DeliveredAt = clock.GetUtcNow() };
                        sent++;
                        break;
                    case DeliveryResult.Refused refused:
                        await couriers.RefuseAsync(stand.Relation, entry.Number, refused.Status ?? 0, refused.Reason);
                        stand = stand with { Failures = 0, Refused = stand.Refused + 1 };
                        LogRefused(log, stand.Relation, entry.Number, refused.Reason);
                        break;
                    case DeliveryResult.Retry retry:
                        return (Later(stand, $"answered {retry.Status}", retry.RetryAfter), sent);
                    case DeliveryResult.Unreachable unreachable:
                        return (Later(stand, unreachable.Reason, after: null), sent);
                }
            }

            stand = stand with { Cursor = entry.Number };
        }

        return (stand, sent);
    }

    /// <summary>
    /// Only the latest entry about a record is sent, and a tombstone only to whoever may have seen the record: it was shared
    /// after the relation began, or its first entry was passed on the way here.
    /// </summary>
    private static bool Concerns(CourierStand stand, LedgerEntry entry) =>
        entry.Addressee is not null
            ? entry.Addressee == stand.Relation
            : stand.Sees is { } least && entry.Audience >= least && !entry.IsSuperseded && !IsUnseenTombstone(stand, entry);

    private static bool IsUnseenTombstone(CourierStand stand, LedgerEntry entry) =>
        entry.Verb == ActivityPub.Vocabulary.Verbs.Delete && (entry.Number <= stand.Joined || entry.FirstNumber == entry.Number);

    private CourierStand Later(CourierStand stand, string problem, TimeSpan? after)
    {
        var failures = stand.Failures + 1;
        var pause = DeliveryPolicy.Pause(failures, Random.Shared.NextDouble(), after);
        LogLater(log, stand.Relation, problem, pause);
        return stand with { Failures = failures, Problem = problem, DueAt = clock.GetUtcNow() + pause };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Relation} takes nothing now ({Problem}); next try in {Pause}")]
    private static partial void LogLater(ILogger log, string relation, string problem, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Relation} refused entry {Number} for good: {Reason}")]
    private static partial void LogRefused(ILogger log, string relation, long number, string reason);
}
