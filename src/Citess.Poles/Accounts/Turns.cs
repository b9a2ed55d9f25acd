using System.Collections.Concurrent;

namespace Citess.Poles.Accounts;

/// <summary>
/// Lets those who want the same thing pass one by one. A hundred guesses at once would otherwise all read the same count of
/// failures, and the lockout would count them as one; a double submit would otherwise race itself.
/// </summary>
public sealed class Turns(int gates = 64)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim[]> kinds = new(StringComparer.Ordinal);

    /// <summary>
    /// Waits until nobody else has the turn; disposing gives it back. A name begins with its kind and a slash. Names of one
    /// kind may share a gate, those of two never do: an invitation that is sent twice takes a turn of sign-in inside its own.
    /// </summary>
    public async Task<IDisposable> TakeAsync(string name)
    {
        var kind = kinds.GetOrAdd(name.Split('/')[0], _ => [.. Enumerable.Range(0, gates).Select(_ => new SemaphoreSlim(1, 1))]);
        var gate = kind[(uint)string.GetHashCode(name, StringComparison.Ordinal) % kind.Length];
        await gate.WaitAsync();
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
