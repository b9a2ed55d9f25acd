using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Blobs;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Blobs;

public abstract class BlobTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly Dictionary<long, string> NoNotes = [];

    private IBlobs Blobs => Store.Get<IBlobs>();

    private static DateTimeOffset Tomorrow => Sample.Day.AddDays(1);

    [Fact]
    public async Task Rule_12_what_no_record_names_any_more_goes_and_what_one_still_names_stays()
    {
        var (one, two) = (Link(1), Link(2));
        await ArriveAsync(1, 1, one, two);
        await ArriveAsync(2, 1, two);
        Assert.Equal([one, two], await Blobs.WantedAsync(Sample.Barcelona, "", 10));
        Assert.Equal([two], await Blobs.WantedAsync(Sample.Barcelona, one.Hash, 10));
        Assert.True(await Blobs.KeepAsync(Bytes(one)));
        Assert.True(await Blobs.KeepAsync(Bytes(two)));
        Assert.False(await Blobs.KeepAsync(Bytes(Link(3))));
        Assert.Empty(await Blobs.WantedAsync(Sample.Barcelona, "", 10));
        Assert.Equal(Bytes(one).Bytes.ToArray(), (await Blobs.FindAsync(one.Hash))!.Bytes.ToArray());

        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(1), 2, "", tombstone: true)], NoNotes);

        Assert.Null(await Blobs.FindAsync(one.Hash));
        Assert.NotNull(await Blobs.FindAsync(two.Hash));
        Assert.Equal(0, await Blobs.SweepAsync(Sample.Day));
        await Store.Get<IChanges>().DropAsync(Sample.Barcelona);
        Assert.Null(await Blobs.FindAsync(two.Hash));
    }

    [Fact]
    public async Task What_people_bring_waits_a_day_for_its_record()
    {
        var (one, two) = (Link(1), Link(2));
        Assert.True(await Blobs.BringAsync(Bytes(one), Tomorrow));
        Assert.True(await Blobs.BringAsync(Bytes(two), Tomorrow));
        Assert.Equal([two with { Size = 7 }, Link(3)], await Blobs.HoldAsync([one, two with { Size = 7 }, Link(3)], Tomorrow));
        await Store.PublishAsync(Named(1, 1, Audience.Own, one));

        Assert.Equal(0, await Blobs.SweepAsync(Sample.Day));
        Assert.Equal(1, await Blobs.SweepAsync(Tomorrow.AddDays(1)));
        Assert.NotNull(await Blobs.FindAsync(one.Hash));
        Assert.Null(await Blobs.FindAsync(two.Hash));

        // A record of ours that drops it may take it up again the same day.
        await Blobs.HoldAsync([one], Tomorrow.AddDays(5));
        await Store.PublishAsync(Named(1, 2, Audience.Own));
        Assert.NotNull(await Blobs.FindAsync(one.Hash));
        Assert.Equal(1, await Blobs.SweepAsync(Tomorrow.AddDays(6)));
    }

    [Fact]
    public async Task More_than_a_pole_can_use_is_not_kept_waiting()
    {
        var large = new byte[BlobLink.MaxBytes];
        for (var number = 0; number < BlobStore.MaxWaiting / BlobLink.MaxBytes; number++)
        {
            Assert.True(await Blobs.BringAsync(new(Link(number).Hash, "image/png", large), Tomorrow));
        }

        Assert.False(await Blobs.BringAsync(new(Link(999).Hash, "image/png", large), Tomorrow));
        Assert.Null(await Blobs.FindAsync(Link(999).Hash));

        // Bringing the same once more is no more.
        Assert.True(await Blobs.BringAsync(new(Link(0).Hash, "image/png", large), Tomorrow));
    }

    [Fact]
    public async Task Rule_12_whoever_may_see_a_record_may_see_what_it_names_and_nobody_else()
    {
        var (open, shared, listed, own, theirs) = (Link(1), Link(2), Link(3), Link(4), Link(5));
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Way("sidibouzid.example", Audience.Network));
        await Store.PublishAsync(Named(1, 1, Audience.Public, open), Named(2, 1, Audience.Network, shared), Named(4, 1, Audience.Own, own));
        var list = Named(3, 1, Audience.Own, listed);
        await Store.PublishAsync(list with { Sharing = Sample.Sharing(Sample.Key(3), 1, audience: Audience.Own) with { Partners = [Sample.Barcelona] } });
        await ArriveAsync(9, 1, theirs);

        foreach (var (link, anyone, guest, people, barcelona, other) in new[]
        {
            (open, true, true, true, true, true), (shared, false, true, true, true, true), (listed, false, false, true, true, false),
            (own, false, false, true, false, false), (theirs, false, true, true, true, false), (Link(77), false, false, false, false, false),
        })
        {
            Assert.Equal(anyone, await SeesAsync(link, new(Audience.Public)));
            Assert.Equal(guest, await SeesAsync(link, new(Audience.Network)));
            Assert.Equal(people, await SeesAsync(link, new(Audience.Own)));
            Assert.Equal(barcelona, await SeesAsync(link, new(Audience.Public, Sample.Barcelona)));
            Assert.Equal(other, await SeesAsync(link, new(Audience.Public, "sidibouzid.example")));
        }
    }

    [Fact]
    public async Task Rule_12_a_backup_has_the_bytes_and_a_restore_knows_who_names_them()
    {
        var link = Link(1);
        await Store.Node.LoadAsync(() => Citess.Poles.Kernel.Identity.Pole.Fresh(TimeProvider.System));
        await Blobs.BringAsync(Bytes(link), Sample.Day);
        await Store.PublishAsync(Named(1, 1, Audience.Public, link));
        var file = Path.Combine(Path.GetTempPath(), Ulid.NewUlid() + ".zip");
        try
        {
            await Store.Get<Citess.Storage.Backup.IBackups>().WriteAsync(file);
            await Store.ExecuteAsync("DELETE FROM blob");
            await Store.Get<Citess.Storage.Backup.IBackups>().RestoreAsync(file, force: true);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal(Bytes(link).Bytes.ToArray(), (await Blobs.FindAsync(link.Hash))!.Bytes.ToArray());
        Assert.Equal(Audience.Public, await Blobs.SeenAsync(link.Hash, new(Audience.Public)));
        Assert.Equal(0, await Blobs.SweepAsync(DateTimeOffset.MaxValue.AddDays(-1)));
    }

    private static BlobLink Link(int number) => new() { Hash = number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), MediaType = "image/png", Size = 3 };

    private static Blob Bytes(BlobLink link) => new(link.Hash, link.MediaType, new byte[] { 0, 0xff, (byte)link.Hash[^1] });

    private static OutboxEntry Named(int number, int revision, Audience audience, params BlobLink[] links)
    {
        var entry = Sample.Outgoing(Sample.Key(number), revision, audience: audience);
        return entry with { Listing = entry.Listing! with { Blobs = [.. links] }, Sharing = audience == Audience.Own ? null : entry.Sharing };
    }

    private Task ArriveAsync(int number, int revision, params BlobLink[] links)
    {
        var arrival = Sample.Arrival(Sample.Key(number), revision, "hort");
        return Store.Inbox.DoneAsync([], [arrival with { Listing = arrival.Listing! with { Blobs = [.. links] } }], NoNotes);
    }

    private async Task<bool> SeesAsync(BlobLink link, BlobSight sight) => await Blobs.SeenAsync(link.Hash, sight) is not null;
}

public sealed class BlobsOnSqlite : BlobTests<SqliteFile>;

public sealed class BlobsOnPostgreSql : BlobTests<PostgresDatabase>;
