using Citess.Poles.Kernel;
using Citess.Storage.Inbox;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Citess.Storage.Tests.Inbox;

public sealed class GroupedTests
{
    private const int Full = 13;

    [Fact]
    public async Task With_a_full_disk_a_group_fails_together_and_not_once_more_for_each_of_it()
    {
        var (gate, sizes) = (new TaskCompletionSource(), new List<int>());
        var grouped = new Grouped<int, int>(100, async items =>
        {
            sizes.Add(items.Count);
            await gate.Task;
            throw new SqliteException("database or disk is full", Full);
        });
        var tasks = Enumerable.Range(0, 40).Select(grouped.AddAsync).ToList();
        gate.SetResult();

        foreach (var task in tasks)
        {
            await Assert.ThrowsAsync<SqliteException>(() => task);
        }

        Assert.Equal(40, sizes.Sum());
    }

    [Fact]
    public async Task What_comes_when_too_many_wait_is_turned_away_at_once_and_taken_once_they_are_through()
    {
        var gate = new TaskCompletionSource();
        var grouped = new Grouped<int, int>(100, async items =>
        {
            await gate.Task;
            return [.. items];
        })
        { MaxWaiting = 3 };
        var waiting = Enumerable.Range(0, 3).Select(grouped.AddAsync).ToList();

        Assert.Equal(Refusal.Busy, Assert.Throws<RefusedException>(() => { _ = grouped.AddAsync(4); }).Reason);
        gate.SetResult();
        await Task.WhenAll(waiting);
        Assert.Equal(5, await AgainAsync(() => grouped.AddAsync(5)));
    }

    [Fact]
    public async Task What_is_too_much_by_its_size_is_turned_away_and_leaves_room_for_less()
    {
        var gate = new TaskCompletionSource();
        var grouped = new Grouped<string, int>(100, async items =>
        {
            await gate.Task;
            return [.. items.Select(item => item.Length)];
        })
        { MaxBytes = 10, SizeOf = item => item.Length };
        var first = grouped.AddAsync("123456");

        Assert.Throws<RefusedException>(() => { _ = grouped.AddAsync("12345"); });
        var second = grouped.AddAsync("1234");
        gate.SetResult();
        Assert.Equal((6, 4), (await first, await second));
    }

    /// <summary>The answer may come a moment before the place is free.</summary>
    private static async Task<int> AgainAsync(Func<Task<int>> work)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (RefusedException)
            {
                await Task.Yield();
            }
        }
    }
}
