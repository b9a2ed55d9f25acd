using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel.Ledger;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Outgoing;

/// <summary>Sends one entry; <paramref name="once"/> when no second try is due, as in a probe.</summary>
internal delegate Task<DeliveryResult> Post(string inbox, LedgerEntry entry, bool once);

/// <summary>
/// Carries to one partner what it may see, round after round: as fast as it answers while it is well, slower when it asks
/// for that, and with one probe after each growing pause when it is silent.
/// </summary>
internal sealed partial class Courier(string relation, ICourierTable table, ILedger ledger, Post post, TimeProvider clock, ILogger log)
{
    /// <summary>With a round trip of 200 ms this is 640 a second.</summary>
    public const int Widest = 128;
    private const int Usual = 8;

    /// <summary>So often may the same entry fail beside others that get through; then it is the entry, and it holds nobody up.</summary>
    private const int Stubborn = 10;

    /// <summary>Who refuses so many in a row, for so long, is not sent anything until it is heard of.</summary>
    private const int Unwanted = 50;
    private static readonly TimeSpan LongUnwanted = TimeSpan.FromDays(7);

    /// <summary>No time of its own, but a sign of life or a person ends it; then it begins where it stands.</summary>
    private static readonly TimeSpan UntilHeardOf = TimeSpan.FromDays(3650);

    private readonly Dictionary<long, int> stubborn = [];
    private HashSet<long> above = [];
    private long place;
    private long generation;
    private long? last;
    private Breaker? breaker;
    private int pace = Usual;

    /// <summary>One round, if it is due; true when there may be more to do at once.</summary>
    public async Task<bool> CarryAsync()
    {
        if (await table.FindAsync(relation) is not { Rests: false } stand || stand.DueAt > clock.GetUtcNow())
        {
            return false;
        }

        if (stand.Cursor < place || stand.Generation != generation)
        {
            // It began anew: what it had once, it may have lost.
            above = [];
        }

        // When to go is the row's to say: a person pressed "send now", or the partner was heard of.
        if (breaker is null || breaker.IsOpen)
        {
            breaker = await Breaker.RestoreAsync(clock, stand.Failures);
        }

        var isProbe = breaker.IsOpen;
        pace = isProbe ? 1 : pace;
        var round = new CourierRound(table, post, clock, stand, isProbe, pace, above, last);
        var failures = await breaker.RunAsync(stand.Failures, async () =>
        {
            // At the beginning, yes before all else: what is shared is taken in only by who knows that it was accepted.
            await round.RunAsync(stand.Cursor > 0 ? [] : await ledger.ReadRelationAsync(relation));
            return round.End != RoundEnd.Failed || round.Settled > 0;
        });
        (pace, above, place, generation, last) = (round.Pace, round.Above, round.Stand.Cursor, stand.Generation, round.Status is null ? null : round.Failed?.Number);
        return await EndAsync(stand, round, failures);
    }

    private async Task<bool> EndAsync(CourierStand before, CourierRound round, int failures)
    {
        switch (round.End)
        {
            case RoundEnd.Overtaken:
                above = [];
                return true;
            case RoundEnd.Done when round.Settled == 0:
                return round.Stand.Cursor > before.Cursor && await table.SaveAsync(round.Stand) && round.HasMore;
            case RoundEnd.Done when IsUnwanted(round.Stand):
                return await LaterAsync(round, DeliveryPolicy.Dead, UntilHeardOf, CourierStand.Unwanted);
            case RoundEnd.Done:
                stubborn.Clear();
                return await table.SaveAsync(round.Stand with { Failures = 0, Problem = null, DueAt = DateTimeOffset.UnixEpoch }, round.Late) && round.HasMore;
            case RoundEnd.Expected:
                await table.SaveAsync(round.Stand with { Failures = 0, Problem = null, DueAt = clock.GetUtcNow() + Fetched.Patience }, round.Late);
                return false;
            case RoundEnd.AskedToWait:
                return await LaterAsync(round, failures: 0, DeliveryPolicy.Pause(1, Random.Shared.NextDouble(), round.RetryAfter));
            default:
                var times = await CountStubbornAsync(round);
                return await LaterAsync(round, failures, DeliveryPolicy.Pause(Math.Max(failures, times), Random.Shared.NextDouble(), round.RetryAfter));
        }
    }

    private bool IsUnwanted(CourierStand stand) => stand.RefusedInRow >= Unwanted && clock.GetUtcNow() - stand.RefusedSince >= LongUnwanted;

    private async Task<bool> LaterAsync(CourierRound round, int failures, TimeSpan pause, string? problem = null)
    {
        problem ??= round.Problem!;
        LogLater(log, relation, problem, pause);
        await table.SaveAsync(round.Stand with { Failures = failures, Problem = problem, DueAt = clock.GetUtcNow() + pause }, round.Late);
        return false;
    }

    /// <summary>Returns how long to be patient, in failures: a partner that takes others is never taken for dead for one that it does not take.</summary>
    private async Task<int> CountStubbornAsync(CourierRound round)
    {
        if (round.Failed is not { } failed || Window.IsBarrier(failed) || (round.Settled == 0 && !IsOfTheEntry(round.Status)))
        {
            return 1;
        }

        var number = failed.Number;

        var times = stubborn[number] = stubborn.GetValueOrDefault(number) + 1;
        if (times >= Stubborn)
        {
            stubborn.Remove(number);
            await table.RefuseAsync(relation, number, round.Status ?? 0, round.Problem!);
            above.Add(number);
            LogStubborn(log, relation, number, round.Problem!);
        }

        return Math.Min(times, DeliveryPolicy.Dead - 1);
    }

    /// <summary>
    /// An error that the partner's own software answers with is of what it was given, as far as one can see from here; that
    /// it is away or too busy is answered by what stands before it. Else one entry that is never taken, with none behind it
    /// that is, would have all that follows wait for hours.
    /// </summary>
    private static bool IsOfTheEntry(int? status) => status is >= 500 and not (502 or 503 or 504);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Relation} takes nothing now ({Problem}); next try in {Pause}")]
    private static partial void LogLater(ILogger log, string relation, string problem, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Relation} takes others but not entry {Number} ({Problem}); it is passed over")]
    private static partial void LogStubborn(ILogger log, string relation, long number, string problem);
}
