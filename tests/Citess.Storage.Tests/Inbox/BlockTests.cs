using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Blocks;
using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Storage.Tests.Inbox;

public abstract class BlockTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private IBlocks Blocks => Store.Get<IBlocks>();

    [Fact]
    public async Task A_block_holds_for_a_host_its_ports_and_its_subdomains_and_for_nobody_else()
    {
        await BlockAsync("barcelona.example");
        await BlockAsync("sidibouzid.example:8443");

        var list = await Blocks.ReadAsync();
        Assert.All(["https://barcelona.example", "https://Barcelona.example.", "http://barcelona.example:8080", "https://a.b.barcelona.example", "https://sidibouzid.example:8443", "https://a.sidibouzid.example:8443"], url => Assert.True(list.IsBlocked(OriginOf(url)), url));
        Assert.All(["https://example", "https://notbarcelona.example", "https://barcelona.example.org", "https://sidibouzid.example", "https://sidibouzid.example:8444", "https://[2001:db8::1]"], url => Assert.False(list.IsBlocked(OriginOf(url)), url));
        Assert.Equal("spam", list.Blocked["barcelona.example"].Reason);
    }

    [Fact]
    public async Task Another_process_knows_of_it_within_seconds()
    {
        await using var other = await OpenAsync();
        Assert.False((await other.Get<IBlocks>().ReadAsync()).IsBlocked("barcelona.example"));
        await BlockAsync("barcelona.example");
        await Task.Delay(TimeSpan.FromSeconds(3.5), TestContext.Current.CancellationToken);
        Assert.True((await other.Get<IBlocks>().ReadAsync()).IsBlocked("barcelona.example"));
    }

    [Fact]
    public async Task What_was_held_is_hidden_as_long_as_the_block_lasts()
    {
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(1), 1, "bo"), Sample.Arrival(Sample.Key(2), 1, "bo", origin: "sidibouzid.example")], new Dictionary<long, string>());
        await BlockAsync("barcelona.example");
        Assert.Equal(["sidibouzid.example"], await OriginsAsync());
        Assert.Null(await FindAsync());
        Assert.NotNull(await Store.Documents.FindAsync("barcelona.example", RecordKey.Parse(Sample.Key(1))));

        Assert.True(await Blocks.UnblockAsync("barcelona.example", Sample.Day));
        Assert.False(await Blocks.UnblockAsync("barcelona.example", Sample.Day));
        Assert.Equal(["barcelona.example", "sidibouzid.example"], await OriginsAsync());
        Assert.NotNull(await FindAsync());

        async Task<IEnumerable<string>> OriginsAsync() => (await Store.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own })).Entries.Select(entry => entry.Origin).Order(StringComparer.Ordinal);
        Task<CatalogueEntry?> FindAsync() => Store.Catalogue.FindAsync("barcelona.example", RecordKey.Parse(Sample.Key(1)));
    }

    [Fact]
    public async Task A_courier_rests_also_when_it_gets_a_new_way_and_begins_anew_when_the_block_ends()
    {
        await Store.PublishAsync(Sample.Way("barcelona.example", Audience.Network), Sample.Way("barcelona.example~0123456789abcdef", Audience.Network), Sample.Way("sidibouzid.example", Audience.Network));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1));
        foreach (var stand in await Store.Couriers.AllAsync())
        {
            await Store.Couriers.SaveAsync(stand with { Cursor = 1, ReadAt = stand.Cursor });
        }

        await BlockAsync("barcelona.example");
        await Store.PublishAsync(Sample.Way("barcelona.example", Audience.Network, version: 2));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(2), 1));
        Assert.Equal(["sidibouzid.example"], await Store.Couriers.DueAsync(Sample.Day.AddYears(1), 10));

        await Blocks.UnblockAsync("barcelona.example", Sample.Day);
        Assert.Equal([0L, 0L, 1L], (await Store.Couriers.AllAsync()).Select(stand => stand.Cursor));

        // Another process may take them for blocked until then.
        Assert.DoesNotContain("barcelona.example", await Store.Couriers.DueAsync(Sample.Day.AddSeconds(2.9), 10));
        Assert.Contains("barcelona.example", await Store.Couriers.DueAsync(Sample.Day.AddSeconds(3), 10));
        Assert.Equal(3, (await Store.Couriers.DueAsync(Sample.Day.AddYears(1), 10)).Count);
    }

    [Fact]
    public async Task In_closed_mode_all_but_the_allowed_hosts_stand_as_if_they_were_blocked_and_begin_anew_when_it_ends()
    {
        await Store.PublishAsync(Sample.Way("barcelona.example", Audience.Network), Sample.Way("sidibouzid.example", Audience.Network));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1));
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(1), 1, "bo"), Sample.Arrival(Sample.Key(2), 1, "bo", origin: "sidibouzid.example")], new Dictionary<long, string>());
        foreach (var stand in await Store.Couriers.AllAsync())
        {
            await Store.Couriers.SaveAsync(stand with { Cursor = 1, ReadAt = stand.Cursor });
        }

        var allowed = AllowedHosts.TryRead(["SidiBouzid.example."], OriginOf(Sample.Mahdia))!;
        var closed = Keep(await Lab.Store.OpenAsync(Options, services => services.AddSingleton(allowed)));
        var list = await closed.Get<IBlocks>().ReadAsync();
        Assert.All(["https://barcelona.example", "https://example", "https://mallory.example:8443"], url => Assert.True(list.IsBlocked(OriginOf(url)), url));
        Assert.All(["https://sidibouzid.example", "https://a.sidibouzid.example:8443", Sample.Mahdia], url => Assert.False(list.IsBlocked(OriginOf(url)), url));
        Assert.Equal(["", "sidibouzid.example"], (await closed.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own })).Entries.Select(entry => entry.Origin).Order(StringComparer.Ordinal));
        await closed.PublishAsync(Sample.Outgoing(Sample.Key(3), 1));
        Assert.Equal(["sidibouzid.example"], await closed.Couriers.DueAsync(Sample.Day.AddYears(1), 10));

        var open = await OpenAsync();
        Assert.Equal([0L, 1L], (await open.Couriers.AllAsync()).Select(stand => stand.Cursor));
        Assert.Equal(2, (await open.Couriers.DueAsync(Sample.Day.AddYears(1), 10)).Count);
    }

    private Task BlockAsync(string host) => Blocks.BlockAsync(new(host, "spam", "amira", Sample.Day));

    private static Origin OriginOf(string url) => Origin.TryParse(url, allowHttp: true, out var origin) ? origin : throw new ArgumentException(url);
}

public sealed class BlocksOnSqlite : BlockTests<SqliteFile>;

public sealed class BlocksOnPostgreSql : BlockTests<PostgresDatabase>;
