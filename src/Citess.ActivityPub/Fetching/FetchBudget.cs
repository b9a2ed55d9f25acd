namespace Citess.ActivityPub.Fetching;

/// <summary>How many requests one cause may lead to: against work without end (CVE-2022-46405). Safe for several threads.</summary>
public sealed class FetchBudget(int requests = FetchBudget.PerActivity)
{
    /// <summary>What one incoming activity may cause.</summary>
    public const int PerActivity = 20;

    private int left = requests;

    /// <summary>Requests that may still be sent.</summary>
    public int Left => Math.Max(0, Volatile.Read(ref left));

    /// <summary>Takes one request off; false when none is left.</summary>
    public bool TrySpend() => Interlocked.Decrement(ref left) >= 0;
}
