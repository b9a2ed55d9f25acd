using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Outgoing;

/// <summary>
/// A partner that reads the feed page after page has each page when it asks for the next: what is in it need not be carried
/// there too. A new partner with a whole library before it, or one that was away, would else get everything twice.
/// </summary>
internal sealed class Fetched(ICourierTable couriers, TimeProvider clock)
{
    /// <summary>So long a courier waits for the next question; a partner that stopped reading is carried the rest.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A page up to <paramref name="upto"/> was given out to who says that it has all up to <paramref name="has"/>; the courier may have gone further.</summary>
    public async Task PageAsync(string relation, long has, long upto, bool isLast, CancellationToken stop)
    {
        // A question from beyond what was given out says nothing: it may be of a time when the partner saw less.
        if (await couriers.FindAsync(relation, stop) is not { Rests: false, Sees: not null, Failures: 0, Problem: null } stand || has > Math.Max(stand.Cursor, stand.Served))
        {
            return;
        }

        var gap = await couriers.GapAsync(relation, stand.Cursor, upto, stop);
        var cursor = Math.Max(stand.Cursor, Math.Min(has, (gap.Letter ?? long.MaxValue) - 1));
        var reads = gap.Letter is null && (!isLast || cursor < upto);
        if (cursor == stand.Cursor && !reads)
        {
            // A letter is in the way, or there is nothing left: the courier is on its way, and is not to begin again for each page.
            return;
        }

        var now = clock.GetUtcNow();
        var isFurther = cursor > stand.Cursor;
        await couriers.SaveAsync(
            stand with { Cursor = cursor, Served = Math.Max(upto, stand.Served), DueAt = reads ? now + Patience : DateTimeOffset.UnixEpoch, DeliveredAt = isFurther ? now : stand.DeliveredAt },
            isFurther && now - gap.Oldest > CourierRound.Prompt ? new(stand.Cursor, cursor, now) : null,
            stop);
    }
}
