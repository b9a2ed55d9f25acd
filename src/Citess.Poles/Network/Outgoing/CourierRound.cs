using System.Globalization;
using System.Threading.Channels;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Outgoing;

/// <summary>How a round ended.</summary>
internal enum RoundEnd
{
    /// <summary>All that was read is settled.</summary>
    Done,

    /// <summary>The other side answered that it wants no more for a while, which is no failure.</summary>
    AskedToWait,

    /// <summary>No answer, or one that says: not now.</summary>
    Failed,

    /// <summary>It was just told that it is accepted, and much waits for it: it comes to read that by itself.</summary>
    Expected,

    /// <summary>The relation began anew meanwhile: nothing of this round counts.</summary>
    Overtaken,
}

/// <summary>
/// Keeps a window of sends full from the ledger for some seconds, or until the other side does not take one. Then what is
/// under way is awaited, and the place is saved by the caller.
/// </summary>
internal sealed class CourierRound(ICourierTable table, Post post, TimeProvider clock, CourierStand stand, bool isProbe, int pace, IReadOnlySet<long> before, long? last)
{
    // Shorter than Orleans waits for a call.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>What arrives later than that after it was recorded is told apart on the pages.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromMinutes(1);

    /// <summary>The place is saved so often while a round goes on: a crash sends again no more than that and the window.</summary>
    private const int Step = 64;

    /// <summary>
    /// For so long a partner that refuses what makes the relation is asked again: nothing else would heal it, and what
    /// answers 404 or 403 may be a proxy while the pole behind it is set up. Then the others have waited long enough.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    private readonly List<Task> refusing = [];
    private readonly Window window = new(stand.Cursor, last);
    private readonly Channel<(LedgerEntry Entry, DeliveryResult Result)> landed = Channel.CreateUnbounded<(LedgerEntry, DeliveryResult)>();
    private readonly HashSet<long> settledBefore = [.. before];
    private readonly long start = clock.GetTimestamp();
    private CourierStand current = stand;
    private long read = stand.Cursor;
    private bool isLate;
    private bool isAccepted;
    private bool isBack;

    public RoundEnd End { get; private set; }

    /// <summary>Where the courier stands now.</summary>
    public CourierStand Stand => current with { Cursor = window.Acknowledged };

    /// <summary>How many may be under way at once in the next round.</summary>
    public int Pace { get; private set; } = pace;

    /// <summary>What is settled beyond that, in this round or an earlier one, however far this one read.</summary>
    public HashSet<long> Above => [.. window.Above, .. settledBefore.Where(number => number > window.Acknowledged)];

    public int Settled { get; private set; }

    public bool HasMore { get; private set; } = true;

    public string? Problem { get; private set; }

    public int? Status { get; private set; }

    public LedgerEntry? Failed { get; private set; }

    public TimeSpan? RetryAfter { get; private set; }

    public LateArrival? Late => isLate && window.Acknowledged > current.ReadAt ? new(current.ReadAt, window.Acknowledged, clock.GetUtcNow()) : null;

    private bool IsOpen => End == RoundEnd.Done;

    /// <summary><paramref name="first"/> goes before all else, one by one, and is not sent again in its turn.</summary>
    public async Task RunAsync(IReadOnlyList<LedgerEntry> first)
    {
        try
        {
            foreach (var entry in first.Where(each => !settledBefore.Contains(each.Number)).ToList())
            {
                await SendAsync(entry);
                var (_, result) = await landed.Reader.ReadAsync();
                Land(entry, result);
                if (!IsOpen)
                {
                    await RefusedAsync();
                    return;
                }

                settledBefore.Add(entry.Number);
            }

            await RunAsync();
            await RefusedAsync();
        }
        catch
        {
            // What is under way is not to meet its own repetition.
            while (window.InFlight > 0)
            {
                window.Land((await landed.Reader.ReadAsync()).Entry);
            }

            throw;
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            while (IsOpen && HasMore && window.Ahead < Pace && clock.GetElapsedTime(start) < Longest && !(isProbe && Settled == 0 && window.InFlight > 0))
            {
                await ReadAheadAsync();
            }

            if (IsOpen && isAccepted && HasMore)
            {
                End = RoundEnd.Expected;
                return;
            }

            while (IsOpen && window.TryTake(Pace, out var entry))
            {
                _ = SendAsync(entry);
            }

            if (window.InFlight == 0)
            {
                return;
            }

            var next = await landed.Reader.ReadAsync();
            do
            {
                Land(next.Entry, next.Result);
            }
            while (landed.Reader.TryRead(out next));
        }
    }

    private async Task ReadAheadAsync()
    {
        // A probe is one send, and after it the window grows with each answer.
        var take = isProbe && Settled == 0 ? 2 : 2 * Pace;
        var load = await table.LoadAsync(current.Relation, read, take);
        HasMore = load.Entries.Count == take;
        read = load.Through;
        window.Add(load, settledBefore);
        if (window.Acknowledged >= current.ReadAt + Step || isBack)
        {
            await SaveAsync();
        }
    }

    private async Task SaveAsync()
    {
        await RefusedAsync();
        var next = Stand;
        if (await table.SaveAsync(next, Late))
        {
            current = next with { ReadAt = next.Cursor };
            isLate = isBack = false;
        }
        else
        {
            End = RoundEnd.Overtaken;
        }
    }

    private async Task RefusedAsync()
    {
        await Task.WhenAll(refusing);
        refusing.Clear();
    }

    private async Task SendAsync(LedgerEntry entry)
    {
        DeliveryResult result;
        try
        {
            result = await post(current.Inbox, entry, isProbe && Settled == 0);
        }
        catch (Exception e)
        {
            result = new DeliveryResult.Unreachable(e.Message);
        }

        landed.Writer.TryWrite((entry, result));
    }

    private void Land(LedgerEntry entry, DeliveryResult result)
    {
        window.Land(entry);
        switch (result)
        {
            case DeliveryResult.Delivered:
                // It is back: from the next save on it may come and read instead.
                isBack |= current.Failures > 0;
                current = current with { DeliveredAt = clock.GetUtcNow(), RefusedInRow = 0, RefusedSince = null, Failures = 0, Problem = null };
                isLate |= clock.GetUtcNow() - entry.Recorded > Prompt;
                isAccepted |= Window.IsBarrier(entry) && entry.Verb == Verbs.Accept;
                Settle(entry);
                break;
            // 409: it has that already, from before its proof was renewed.
            case DeliveryResult.Refused { Status: { } status and not (409 or 410) } when Window.IsBarrier(entry) && clock.GetUtcNow() - entry.Recorded < Patience:
                Stop(entry, RoundEnd.Failed, CourierStand.Answered + status.ToString(CultureInfo.InvariantCulture), status, retryAfter: null);
                break;
            case DeliveryResult.Refused refused:
                // Many land together, and share a commit; it is awaited before the place is saved.
                refusing.Add(table.RefuseAsync(current.Relation, entry.Number, refused.Status ?? 0, refused.Reason));
                current = current with { RefusedInRow = current.RefusedInRow + 1, RefusedSince = current.RefusedSince ?? clock.GetUtcNow() };
                Settle(entry);
                break;
            case DeliveryResult.Retry { Status: 429 } retry:
                Stop(entry, RoundEnd.AskedToWait, CourierStand.Answered + "429", retry.Status, retry.RetryAfter);
                break;
            case DeliveryResult.Retry retry:
                Stop(entry, RoundEnd.Failed, CourierStand.Answered + retry.Status.ToString(CultureInfo.InvariantCulture), retry.Status, retry.RetryAfter);
                break;
            case DeliveryResult.Unreachable unreachable:
                Stop(entry, RoundEnd.Failed, unreachable.Reason, status: null, retryAfter: null);
                break;
        }
    }

    private void Settle(LedgerEntry entry)
    {
        window.Settle(entry);
        Settled++;
        Pace = Math.Min(Courier.Widest, Pace + 1);
    }

    private void Stop(LedgerEntry entry, RoundEnd end, string problem, int? status, TimeSpan? retryAfter)
    {
        Pace = Math.Max(1, Pace / 2);
        if (IsOpen || (end == RoundEnd.Failed && End == RoundEnd.AskedToWait))
        {
            (End, Problem, Status, Failed) = (end, problem, status, entry);
        }

        RetryAfter = retryAfter > (RetryAfter ?? TimeSpan.Zero) ? retryAfter : RetryAfter;
    }
}
