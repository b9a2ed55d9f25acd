using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Storage.Backup;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Collaborations;

/// <summary>Which documents a collaboration names, which are here, and when the bytes go.</summary>
public abstract class CollaborationFilesTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Actor = "https://mahdia.example/pole/1";

    private readonly Ed25519KeyPair _key = Ed25519KeyPair.Create(Actor + "#ed25519-key");

    private ICollaborationFiles Files => Store.Get<ICollaborationFiles>();

    private IBlobs Blobs => Store.Get<IBlobs>();

    public override async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_a_partner_names_is_lacking_until_a_partner_gives_it_even_where_the_bytes_are_here()
    {
        var file = new NamedFile(Blob(1).Hash, "image/png", IsOurs: false);
        var log = await NameAsync(1, file);
        Assert.Equal([log], await Files.WantingAsync());
        Assert.True(await Blobs.BringAsync(Blob(1), Sample.Day.AddDays(1)));
        Assert.Equal([file], await Files.WantedAsync(log));
        Assert.Empty(await Files.NamingAsync(file.Hash));
        Assert.Empty(await Files.SizesAsync(log));

        Assert.True(await Files.KeepAsync(log, Blob(1)));
        Assert.Equal([log], await Files.NamingAsync(file.Hash));
        Assert.Equal(3, Assert.Single(await Files.SizesAsync(log)).Value);
        Assert.Empty(await Files.WantingAsync());

        // Lost, it is asked for again; named again, it stays given.
        await Store.ExecuteAsync("DELETE FROM blob");
        Assert.Equal([file], await Files.WantedAsync(log));
        await NameAsync(1, file);
        Assert.Equal([log], await Files.NamingAsync(file.Hash));
        Assert.False(await Files.KeepAsync(log, Blob(2)));
        Assert.Null(await Blobs.FindAsync(Blob(2).Hash));
    }

    [Fact]
    public async Task What_this_pole_names_is_kept_as_long_as_it_is_named_and_goes_with_the_last_name()
    {
        var ours = new NamedFile(Blob(1).Hash, "image/png", IsOurs: true);
        Assert.True(await Blobs.BringAsync(Blob(1), Sample.Day));
        var log = await NameAsync(1, ours);
        var other = await NameAsync(2, ours with { IsOurs = false });
        Assert.Equal([log], await Files.NamingAsync(ours.Hash));
        Assert.Equal(0, await Blobs.SweepAsync(Sample.Day.AddDays(2)));
        await NameAsync(1);
        Assert.Equal(0, await Blobs.SweepAsync(Sample.Day.AddDays(2)));
        Assert.NotNull(await Blobs.FindAsync(ours.Hash));
        await NameAsync(2);
        Assert.Empty(await Files.WantedAsync(other));
        Assert.Equal(1, await Blobs.SweepAsync(Sample.Day.AddDays(2)));
        Assert.Null(await Blobs.FindAsync(ours.Hash));
    }

    [Fact]
    public async Task What_came_from_a_partner_goes_at_once_when_it_is_removed()
    {
        var log = await NameAsync(1, new NamedFile(Blob(1).Hash, "image/png", IsOurs: false));
        Assert.True(await Files.KeepAsync(log, Blob(1)));
        await NameAsync(1);
        Assert.Null(await Blobs.FindAsync(Blob(1).Hash));
    }

    [Fact]
    public void A_backup_knows_which_were_given() => Assert.Contains("collaboration_blob", Tables.Copied);

    private static Blob Blob(int number) => new(number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), "image/png", new byte[] { 0, 0xff, (byte)number });

    /// <summary>An event of one of two collaborations, from which on it names these; returns the collaboration.</summary>
    private async Task<string> NameAsync(int number, params IReadOnlyList<NamedFile> files)
    {
        var first = SignedEvent.Prove(
            new() { Id = $"https://mahdia.example/event/{number}", Author = Actor, Number = 1, Time = Sample.Day, Type = "begin", Payload = JsonSerializer.SerializeToElement(new { number }) }, _key, Sample.Day);
        await Store.Get<ICollaborationEvents>().AddAsync([first], [], files);
        return first.Hash;
    }
}

public sealed class CollaborationFilesOnSqlite : CollaborationFilesTests<SqliteFile>;

public sealed class CollaborationFilesOnPostgreSql : CollaborationFilesTests<PostgresDatabase>;
