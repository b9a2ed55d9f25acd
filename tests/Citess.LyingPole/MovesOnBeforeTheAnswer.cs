using Citess.Poles.Kernel.Ledger;

namespace Citess.LyingPole;

/// <summary>The second lie: the cursor is saved when a letter is read for sending, and not when the other side has it.</summary>
internal sealed class MovesOnBeforeTheAnswer(ICourierTable honest) : ICourierTable
{
    public Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default) => honest.DueAsync(now, take, stop);

    public Task<CourierStand?> FindAsync(string relation, CancellationToken stop = default) => honest.FindAsync(relation, stop);

    public Task<IReadOnlyList<CourierStand>> AllAsync(CancellationToken stop = default) => honest.AllAsync(stop);

    public Task<CourierGap> GapAsync(string relation, long after, long upto, CancellationToken stop = default) => honest.GapAsync(relation, after, upto, stop);

    public async Task<CourierLoad> LoadAsync(string relation, long after, int take, CancellationToken stop = default)
    {
        var load = await honest.LoadAsync(relation, after, take, stop);
        if (await honest.FindAsync(relation, stop) is { } stand && stand.Cursor < load.Through)
        {
            await honest.SaveAsync(stand with { Cursor = load.Through }, stop: stop);
        }

        return load;
    }

    public async Task<bool> SaveAsync(CourierStand stand, LateArrival? late = null, CancellationToken stop = default) =>
        await honest.FindAsync(stand.Relation, stop) is { } ahead && await honest.SaveAsync(stand with { ReadAt = ahead.Cursor, Cursor = Math.Max(stand.Cursor, ahead.Cursor) }, late, stop);

    public Task RefuseAsync(string relation, long number, int status, string reason, CancellationToken stop = default) => honest.RefuseAsync(relation, number, status, reason, stop);

    public Task<bool> WakeAsync(string relation, DateTimeOffset now, int failures = 0, CancellationToken stop = default) => honest.WakeAsync(relation, now, failures, stop);

    public Task<bool> WakeHostAsync(string authority, DateTimeOffset now, int failures, CancellationToken stop = default) => honest.WakeHostAsync(authority, now, failures, stop);

    public Task<int> VisitorsOfAsync(string authority, CancellationToken stop = default) => honest.VisitorsOfAsync(authority, stop);

    public Task<int> TrimAsync(DateTimeOffset before, CancellationToken stop = default) => honest.TrimAsync(before, stop);

    public Task TurnAwayAsync(string relation, long letters, DateTimeOffset now, CancellationToken stop = default) => honest.TurnAwayAsync(relation, letters, now, stop);
}
