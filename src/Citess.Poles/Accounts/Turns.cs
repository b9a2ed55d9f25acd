namespace Citess.Poles.Accounts;

/// <summary>
/// Lets those who want the same thing pass one by one. A hundred guesses at once would otherwise all read the same count of
/// failures, and the lockout would count them as one; a double submit would otherwise race itself.
/// </summary>
public sealed class Turns
{
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits until nobody else has the turn; disposing gives it back.</summary>
    public async Task<IDisposable> TakeAsync(string name)
    {
        var gate = gates[(uint)string.GetHashCode(name, StringComparison.Ordinal) % gates.Length];
        await gate.WaitAsync();
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
