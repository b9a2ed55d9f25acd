using System.Collections.Concurrent;
using Citess.Poles.Kernel;
using Citess.Storage.Sql;

namespace Citess.Storage.Inbox;

/// <summary>
/// Lets many callers share one commit: while one group is on its way to the disk, the next gathers. Nobody hears an
/// answer before the disk has it. Whoever comes when too much waits already is told so at once.
/// </summary>
internal sealed class Grouped<TItem, TAnswer>(int max, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> write)
{
    private readonly ConcurrentQueue<Waiting> _queue = new();
    private int _running;
    private long _waiting;
    private long _bytes;

    /// <summary>So many may wait at most.</summary>
    public int MaxWaiting { get; init; } = 20_000;

    /// <summary>And so many bytes of them, by <see cref="SizeOf"/>.</summary>
    public long MaxBytes { get; init; } = 64 << 20;

    public Func<TItem, int> SizeOf { get; init; } = _ => 0;

    /// <exception cref="RefusedException">Too much waits already.</exception>
    public Task<TAnswer> AddAsync(TItem item)
    {
        var size = SizeOf(item);
        var (count, bytes) = (Interlocked.Increment(ref _waiting), Interlocked.Add(ref _bytes, size));
        if (count > MaxWaiting || bytes > MaxBytes)
        {
            Leave(1, size);
            throw new RefusedException(Refusal.Busy, "More comes in than the disk takes. Try again in a few seconds.");
        }

        var waiting = new Waiting(item, size, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _queue.Enqueue(waiting);
        Start();
        return waiting.Answer.Task;
    }

    private void Leave(int count, long bytes)
    {
        Interlocked.Add(ref _waiting, -count);
        Interlocked.Add(ref _bytes, -bytes);
    }

    private void Start()
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
        {
            // Away from the caller's scheduler: the work is for others too.
            _ = Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (Take() is { Count: > 0 } group)
            {
                await WriteAsync(group);
                Leave(group.Count, group.Sum(waiting => (long)waiting.Size));
            }
        }
        finally
        {
            // A full fence, which a volatile write is not: else the look at the queue may come before it, and whoever came in between waits for the next.
            Interlocked.Exchange(ref _running, 0);
            if (!_queue.IsEmpty)
            {
                Start();
            }
        }
    }

    private List<Waiting> Take()
    {
        var group = new List<Waiting>();
        while (group.Count < max && _queue.TryDequeue(out var waiting))
        {
            group.Add(waiting);
        }

        return group;
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        try
        {
            var answers = await write([.. group.Select(waiting => waiting.Item)]);
            for (var place = 0; place < group.Count; place++)
            {
                group[place].Answer.TrySetResult(answers[place]);
            }
        }
        catch (Exception fault) when (group.Count == 1 || Faults.IsOfAll(fault))
        {
            // With a full disk or a broken connection each by itself would fail as well, only 256 times more slowly.
            foreach (var waiting in group)
            {
                waiting.Answer.TrySetException(fault);
            }
        }
        catch (Exception)
        {
            // One bad item must not fail its neighbours: each by itself, so the fault finds its owner.
            foreach (var waiting in group)
            {
                await WriteAsync([waiting]);
            }
        }
    }

    private sealed record Waiting(TItem Item, int Size, TaskCompletionSource<TAnswer> Answer);
}
