using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Identity;
using Citess.Storage.Tests.Lab;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Storage.Tests.Identity;

public abstract class NodeStoreTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task Processes_that_start_at_once_become_one_pole()
    {
        var other = await OpenAsync();
        var records = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : other).Node.LoadAsync(() => Pole.Fresh(TimeProvider.System)))));

        Assert.Single(records.Select(StateJson.Write).Distinct());
        Assert.Equal(4, records[0].Keys.Count);
        using var pole = new Pole(new Uri(Sample.Mahdia), records[0]);
        Assert.Equal(records[0].Epoch, pole.Epoch);
    }

    [Fact]
    public async Task An_identity_that_is_there_is_not_made_again()
    {
        var first = await Store.Node.LoadAsync(() => Pole.Fresh(TimeProvider.System));
        var second = await Store.Node.LoadAsync(() => throw new InvalidOperationException("made again"));

        Assert.Equal(StateJson.Write(first), StateJson.Write(second));
    }

    [Fact]
    public async Task Rotated_keys_are_what_every_process_reads_and_the_pole_stays_who_it_is()
    {
        var first = await Store.Node.LoadAsync(() => Pole.Fresh(TimeProvider.System));
        var rotated = Pole.Rotated(first, TimeProvider.System);
        await Store.Node.KeepKeysAsync(rotated.Keys);

        var read = await (await OpenAsync()).Node.LoadAsync(() => throw new InvalidOperationException("made again"));

        Assert.Equal(StateJson.Write(rotated), StateJson.Write(read));
        Assert.Equal((first.Epoch, first.PoleId, first.ServerId), (read.Epoch, read.PoleId, read.ServerId));
    }

    [Fact]
    public async Task With_revoked_keys_what_waits_is_proved_anew_where_it_stands_and_living_records_are_to_be_shared_anew()
    {
        var first = await Store.Node.LoadAsync(() => Pole.Fresh(TimeProvider.System));
        var gone = new OutboxEntry { Id = "gone", Key = Sample.Key(2), Sharing = Sample.Sharing(Sample.Key(2), 2, "Delete", type: "Tombstone") };
        var asked = Sample.Sharing("partner/barcelona.example/Follow", 1, "Follow") with { Addressee = Sample.Barcelona };
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1), gone,
            new OutboxEntry { Id = "asked", Key = "partner/x", Sharing = asked }, new OutboxEntry { Id = "asked again", Key = "partner/x", Sharing = asked with { Revision = 2 } });

        Assert.Equal(1, await Store.Node.RevokeKeysAsync(Pole.Revoked(first, TimeProvider.System).Keys, activity => activity.Replace("\"object\":", "\"again\":1,\"object\":", StringComparison.Ordinal)));

        // A share waits no more, since its record is shared anew; what one relation was told goes out in its turn, overtaken or not.
        Assert.Equal([Sample.Key(1)], await Store.Node.DueToRenewAsync());
        var entries = await Store.Ledger.ReadAsync(0, 10);
        Assert.Equal([(true, false), (true, false), (false, true), (true, true), (false, true)], entries.Select(entry => (entry.IsSuperseded, entry.Activity.Contains("again", StringComparison.Ordinal))));

        // What was shared anew is due no more.
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 2));
        Assert.Empty(await Store.Node.DueToRenewAsync());
        var keys = (await Store.Node.LoadAsync(() => throw new InvalidOperationException("made again"))).Keys;
        Assert.Equal(keys.Count(key => key.Revoked is not null), keys.Count(key => key.Private.Length == 0));
    }

    [Fact]
    public async Task A_cookie_that_one_process_sealed_is_opened_by_another()
    {
        var sealedBy = Keep(await Lab.Store.OpenAsync(Options, services => services.AddDataProtection().SetApplicationName("citess")));
        var openedBy = Keep(await Lab.Store.OpenAsync(Options, services => services.AddDataProtection().SetApplicationName("citess")));
        var cookie = sealedBy.Get<IDataProtectionProvider>().CreateProtector("cookie").Protect("amira");

        Assert.Equal("amira", openedBy.Get<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie));
        Assert.NotEmpty(new CookieKeys(Store.Database).GetAllElements());
    }

    [Fact]
    public async Task Processes_that_start_at_once_seal_cookies_with_one_key()
    {
        await Task.WhenAll(Enumerable.Range(0, IsSqlite ? 1 : 6).Select(_ => Task.Run(() => Lab.Store.OpenAsync(Options, services => services.AddDataProtection().SetApplicationName("citess")))).Select(async opening =>
        {
            await using var process = await opening;
            process.Get<IDataProtectionProvider>().CreateProtector("cookie").Protect("amira");
        }));

        Assert.Single(new CookieKeys(Store.Database).GetAllElements());
    }
}

public sealed class NodeStoreOnSqlite : NodeStoreTests<SqliteFile>;

public sealed class NodeStoreOnPostgreSql : NodeStoreTests<PostgresDatabase>;
