using System.Collections.Concurrent;
using Citess.Poles.Network;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Poles.Tests.Network;

public sealed class DispatcherTests
{
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_fails_is_tried_ever_more_seldom_and_others_are_not_held_up()
    {
        var (poisoned, well) = (0, 0);
        using var dispatcher = new Work(clock, () => ["poisoned", "well"], name =>
        {
            if (name == "well")
            {
                well++;
                return Task.CompletedTask;
            }

            poisoned++;
            throw new InvalidOperationException("as ever");
        });
        for (var second = 0; second < 100; second++)
        {
            await dispatcher.SweepAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // At 0, 1, 3, 7, 15 and 31 seconds, and then every thirty.
        Assert.Equal((8, 100), (poisoned, well));
    }

    [Fact]
    public async Task Nothing_is_begun_before_all_of_the_pole_has_started()
    {
        var begun = new TaskCompletionSource();
        using var dispatcher = new Work(TimeProvider.System, () => ["a"], _ =>
        {
            begun.TrySetResult();
            return Task.CompletedTask;
        });
        await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        dispatcher.Nudge("a");
        await Assert.ThrowsAsync<TimeoutException>(() => begun.Task.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));

        await dispatcher.StartedAsync(TestContext.Current.CancellationToken);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await dispatcher.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_came_back_is_tried_at_once_again()
    {
        var (times, isBroken) = (0, true);
        using var dispatcher = new Work(clock, () => ["a"], _ =>
        {
            times++;
            return isBroken ? throw new InvalidOperationException("once") : Task.CompletedTask;
        });
        await dispatcher.SweepAsync();
        isBroken = false;
        clock.Advance(TimeSpan.FromSeconds(1));
        await dispatcher.SweepAsync();
        await dispatcher.SweepAsync();

        Assert.Equal(3, times);
    }

    [Fact]
    public async Task No_nudge_is_lost_between_the_end_of_one_piece_of_work_and_the_begin_of_the_next()
    {
        var waiting = new ConcurrentQueue<TaskCompletionSource>();
        using var dispatcher = new Work(clock, () => [], _ =>
        {
            while (waiting.TryDequeue(out var one))
            {
                one.SetResult();
            }

            return Task.CompletedTask;
        });
        for (var round = 0; round < 100_000; round++)
        {
            var one = new TaskCompletionSource();
            waiting.Enqueue(one);
            dispatcher.Begin("a");

            // Without a sweep nobody else would come for it.
            await one.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private sealed class Work(TimeProvider clock, Func<IReadOnlyList<string>> due, Func<string, Task> work) : Dispatcher(clock, NullLogger.Instance)
    {
        public void Begin(string name) => Start(name);

        /// <summary>One beat, to the end of what it begins.</summary>
        public async Task SweepAsync()
        {
            foreach (var name in await DueAsync(CancellationToken.None))
            {
                Start(name);
            }

            while (!IsIdle)
            {
                await Task.Delay(1);
            }
        }

        protected override Task<IReadOnlyList<string>> DueAsync(CancellationToken stop) => Task.FromResult(due());

        protected override Task DoAsync(string name) => work(name);
    }
}
