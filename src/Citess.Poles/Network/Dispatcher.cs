using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network;

/// <summary>
/// Wakes one piece of work per name, never twice at once. Work is found in a table, so a lost nudge or process costs a
/// second and no letter.
/// </summary>
public abstract partial class Dispatcher(TimeProvider clock, ILogger log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>What fails is left alone for a second, then for ever longer: one poisoned thing must not keep a core busy.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Times, DateTimeOffset Until)> failing = new(StringComparer.Ordinal);
    private readonly Channel<string> nudges = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TaskCompletionSource isOpen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected TimeProvider Clock => clock;

    /// <summary>True when nothing that was begun is under way.</summary>
    internal bool IsIdle => running.IsEmpty;

    /// <summary>Says that there is work under this name; never waits.</summary>
    public void Nudge(string name) => nudges.Writer.TryWrite(name);

    /// <summary>How many names have work under way.</summary>
    protected int Running => running.Count;

    protected bool IsRunning(string name) => running.ContainsKey(name);

    /// <summary>Names with work by now.</summary>
    protected abstract Task<IReadOnlyList<string>> DueAsync(CancellationToken stop);

    protected abstract Task DoAsync(string name);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        isOpen.TrySetResult();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever is written to asks back for our keys, and some remember for minutes that nobody answered: not before the pole listens.
        await isOpen.Task.WaitAsync(stoppingToken);
        await WorkAsync(stoppingToken);
    }

    protected virtual Task WorkAsync(CancellationToken stop) => Task.WhenAll(ListenAsync(stop), SweepAsync(stop));

    private async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var name in nudges.Reader.ReadAllAsync(stop))
            {
                Start(name);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                foreach (var name in await DueAsync(stop))
                {
                    Start(name);
                }

                await Task.Delay(Beat, clock, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogFailed(log, problem, "sweep");
                await Task.Delay(Beat, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Begins now, or once more when it runs already; not while it waits after a failure: the table names it again.</summary>
    protected void Start(string name)
    {
        if (failing.TryGetValue(name, out var failed) && clock.GetUtcNow() < failed.Until)
        {
            return;
        }

        // It may end, or be told by another, between two of these questions: then it is asked anew.
        while (true)
        {
            if (running.TryAdd(name, value: false))
            {
                _ = RunAsync(name);
                return;
            }

            // It runs already, and may have looked just before: let it look once more.
            if (running.TryUpdate(name, newValue: true, comparisonValue: false) || (running.TryGetValue(name, out var isTold) && isTold))
            {
                return;
            }
        }
    }

    private async Task RunAsync(string name)
    {
        await Task.Yield();
        do
        {
            running[name] = false;
            try
            {
                await DoAsync(name);
                failing.TryRemove(name, out _);
            }
            catch (Exception problem)
            {
                LogFailed(log, problem, name);
                Fail(name);
                running.TryRemove(name, out _);
                return;
            }
        }
        while (!running.TryRemove(KeyValuePair.Create(name, value: false)));
    }

    private void Fail(string name)
    {
        var times = failing.GetValueOrDefault(name).Times;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(times, 10)));
        var now = clock.GetUtcNow();
        failing[name] = (times + 1, now + (pause < LongestPause ? pause : LongestPause));

        // Most names come back and succeed, or never come back: those are forgotten here.
        foreach (var (other, _) in failing.Where(each => now - each.Value.Until > LongestPause))
        {
            failing.TryRemove(other, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work for {Name} failed and is taken up again")]
    private static partial void LogFailed(ILogger log, Exception problem, string name);
}
