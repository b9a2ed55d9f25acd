using System.Data.Common;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Orleans.Runtime;

namespace Citess.Poles.Network.Incoming;

/// <summary>
/// Which letters of a sender fail, and when one is to be set aside so that those behind it are read. Never for what fails
/// because the database, a grain's silo or the whole pole is away: a lost Follow or Delete has no way back.
/// </summary>
internal sealed class FailedLetters(IInbox inbox, TimeProvider clock)
{
    private const int Enough = 5;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    private readonly Dictionary<long, (int Times, DateTimeOffset First)> letters = [];

    /// <summary>Counts a failure; true when the letter has failed often enough, and for long enough, to be set aside.</summary>
    public bool IsLost(long number, Exception fault)
    {
        if (IsOfAll(fault))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var (times, first) = letters.GetValueOrDefault(number, (0, now));
        letters[number] = (times + 1, first);
        return times + 1 >= Enough && now - first >= LongEnough;
    }

    public void Forget(IEnumerable<long> numbers)
    {
        foreach (var number in letters.Count == 0 ? [] : numbers)
        {
            letters.Remove(number);
        }
    }

    /// <summary>True when the fault is not the letter's: any other would meet it as well.</summary>
    public bool IsOfAll(Exception fault) => fault switch
    {
        DbException => inbox.IsOfAll(fault),
        StorageFullException or UnavailableException or TimeoutException or OrleansException or OperationCanceledException => true,
        RefusedException { Reason: Refusal.Busy or Refusal.Recovering or Refusal.NotSetUp } => true,
        { InnerException: { } inner } => IsOfAll(inner),
        _ => false,
    };
}
