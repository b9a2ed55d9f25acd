using System.Collections.Concurrent;

namespace Citess.Storage.Inbox;

/// <summary>
/// Lets many callers share one commit: while one group is on its way to the disk, the next gathers. Nobody hears an
/// answer before the disk has it.
/// </summary>
internal sealed class Grouped<TItem, TAnswer>(int max, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> write)
{
    private readonly ConcurrentQueue<Waiting> _queue = new();
    private int _running;

    public Task<TAnswer> AddAsync(TItem item)
    {
        var waiting = new Waiting(item, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _queue.Enqueue(waiting);
        Start();
        return waiting.Answer.Task;
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
        while (Take() is { Count: > 0 } group)
        {
            await WriteAsync(group);
        }

        Volatile.Write(ref _running, 0);
        if (!_queue.IsEmpty)
        {
            Start();
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
                group[place].Answer.SetResult(answers[place]);
            }
        }
        catch (Exception) when (group.Count > 1)
        {
            // One bad item must not fail its neighbours: each by itself, so the fault finds its owner.
            foreach (var waiting in group)
            {
                await WriteAsync([waiting]);
            }
        }
        catch (Exception fault)
        {
            group[0].Answer.SetException(fault);
        }
    }

    private sealed record Waiting(TItem Item, TaskCompletionSource<TAnswer> Answer);
}
