using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Outgoing;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

public sealed class WindowTests
{
    [Fact]
    public void Acknowledged_is_only_what_has_nothing_unsettled_before_it()
    {
        var window = Filled(0, Entry(1), Entry(2), Entry(4));
        var (one, two, four) = (Take(window), Take(window), Take(window));

        Settle(window, four);
        Assert.Equal(0, window.Acknowledged);
        Settle(window, one);
        Assert.Equal(1, window.Acknowledged);
        Settle(window, two);
        Assert.Equal(9, window.Acknowledged);
    }

    [Fact]
    public void Two_about_the_same_record_are_never_under_way_together_and_keep_their_order()
    {
        var window = Filled(0, Entry(1, "practice/a"), Entry(2, "practice/a"), Entry(3, "practice/b"), Entry(4, "practice/a"));

        var create = Take(window);
        Assert.Equal((1, 3), (create.Number, Take(window).Number));
        Assert.False(window.TryTake(100, out _));
        Settle(window, create);
        Assert.Equal(2, Take(window).Number);
        Assert.False(window.TryTake(100, out _));
    }

    [Fact]
    public void No_more_are_under_way_than_may()
    {
        var window = Filled(0, [.. Enumerable.Range(1, 10).Select(number => Entry(number))]);

        Assert.True(window.TryTake(2, out _));
        Assert.True(window.TryTake(2, out _));
        Assert.False(window.TryTake(2, out _));
    }

    [Fact]
    public void What_makes_or_ends_the_relation_goes_alone()
    {
        var window = Filled(0, Entry(1), Entry(2, "partner/barcelona.example/Accept"), Entry(3));

        var before = Take(window);
        Assert.False(window.TryTake(100, out _));
        Settle(window, before);
        var accept = Take(window);
        Assert.Equal(2, accept.Number);
        Assert.False(window.TryTake(100, out _));
        Settle(window, accept);
        Assert.Equal(3, Take(window).Number);
    }

    [Fact]
    public void What_failed_is_not_acknowledged_and_what_was_settled_above_it_is_not_sent_again()
    {
        var window = Filled(0, Entry(1), Entry(2), Entry(3));
        var (one, two) = (Take(window), Take(window));
        window.Land(one);
        Settle(window, two);
        Assert.Equal((0, 2), (window.Acknowledged, Assert.Single(window.Above)));

        var next = new Window(0);
        next.Add(new([Entry(1), Entry(2), Entry(3)], 9), new HashSet<long> { 2 });
        Assert.Equal((1, 3), (Take(next).Number, Take(next).Number));
    }

    [Fact]
    public void What_failed_before_goes_last_and_nothing_about_its_record_before_it()
    {
        var window = new Window(0, last: 1);
        window.Add(new([Entry(1, "practice/a"), Entry(2, "practice/b"), Entry(3, "practice/a")], 9), new HashSet<long>());

        var other = Take(window);
        Assert.Equal(2, other.Number);
        Assert.False(window.TryTake(100, out _));
        Settle(window, other);
        var failed = Take(window);
        Assert.Equal(1, failed.Number);
        Assert.False(window.TryTake(100, out _));
        Settle(window, failed);
        Assert.Equal(3, Take(window).Number);
    }

    [Fact]
    public void Where_nothing_concerns_it_the_place_goes_on() => Assert.Equal(9, Filled(4).Acknowledged);

    private static Window Filled(long from, params LedgerEntry[] entries)
    {
        var window = new Window(from);
        window.Add(new(entries, 9), new HashSet<long>());
        return window;
    }

    private static LedgerEntry Take(Window window)
    {
        Assert.True(window.TryTake(100, out var entry));
        return entry;
    }

    private static void Settle(Window window, LedgerEntry entry)
    {
        window.Land(entry);
        window.Settle(entry);
    }

    private static LedgerEntry Entry(int number, string? about = null) => new()
    {
        Number = number,
        About = about ?? $"practice/{number}",
        Revision = 1,
        Verb = "Create",
        Audience = Audience.Network,
        ActivityId = $"https://mahdia.example/activity/{number}",
        Activity = "{}",
        Recorded = DateTimeOffset.UnixEpoch,
    };
}
