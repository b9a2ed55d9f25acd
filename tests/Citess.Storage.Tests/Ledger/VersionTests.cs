using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

public abstract class VersionTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly Dictionary<long, string> NoNotes = [];

    private IVersions Versions => Store.Get<IVersions>();

    [Fact]
    public async Task What_a_practice_of_ours_said_before_is_kept_word_for_word()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1, "أولى"));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 2, "الثانية"), Sample.Outgoing(Sample.Key(), 4, "رابعة"));

        var kept = await Versions.OfAsync("", Key(), Audience.Own, int.MaxValue, 10);

        Assert.Equal([4, 2, 1], kept.Select(version => version.Revision));
        Assert.Equal([Sample.Document(Sample.Key(), 4, "رابعة"), Sample.Document(Sample.Key(), 2, "الثانية"), Sample.Document(Sample.Key(), 1, "أولى")], kept.Select(version => version.Json));
        Assert.Equal([2], (await Versions.OfAsync("", Key(), Audience.Own, below: 4, take: 1)).Select(version => version.Revision));
    }

    [Fact]
    public async Task A_version_that_was_for_fewer_is_not_shown_to_more()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1, "للشبكة"));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 2, "للجميع", Audience.Public));

        Assert.Equal([2], (await Versions.OfAsync("", Key(), Audience.Public, int.MaxValue, 10)).Select(version => version.Revision));
        Assert.Equal([2, 1], (await Versions.OfAsync("", Key(), Audience.Network, int.MaxValue, 10)).Select(version => version.Revision));
    }

    [Fact]
    public async Task Of_ours_the_versions_stay_when_it_is_taken_back_or_goes_out_of_sight()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1, "أولى"), Sample.Outgoing(Sample.Key(2), 1, "أولى"));
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 2, verb: Verbs.Delete) with { Sharing = Sample.Sharing(Sample.Key(1), 2, Verbs.Delete, type: "Tombstone") },
            Sample.Outgoing(Sample.Key(2), 2, verb: Verbs.Remove) with { Sharing = Sample.Sharing(Sample.Key(2), 2, Verbs.Remove, Audience.Own) with { Activity = $$"""{"type":"Remove","object":"{{Sample.Mahdia}}/{{Sample.Key(2)}}"}""" } });

        Assert.Equal([1], (await Versions.OfAsync("", Key(1), Audience.Own, int.MaxValue, 10)).Select(version => version.Revision));
        Assert.Equal([1], (await Versions.OfAsync("", Key(2), Audience.Own, int.MaxValue, 10)).Select(version => version.Revision));
    }

    [Fact]
    public async Task What_another_pole_takes_back_goes_with_all_that_it_was()
    {
        await TakeAsync(Sample.Arrival(Sample.Key(), 1, "u"), Sample.Arrival(Sample.Key(), 2, "dos"));
        Assert.Equal([2, 1], (await Versions.OfAsync(Sample.Barcelona, Key(), Audience.Own, int.MaxValue, 10)).Select(version => version.Revision));

        await TakeAsync(Sample.Arrival(Sample.Key(), 3, "", tombstone: true));

        Assert.Empty(await Versions.OfAsync(Sample.Barcelona, Key(), Audience.Own, int.MaxValue, 10));
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM document_version"));
    }

    [Fact]
    public async Task What_is_dropped_of_another_pole_goes_with_all_that_it_was()
    {
        await TakeAsync(Sample.Arrival(Sample.Key(), 1, "u"), Sample.Arrival(Sample.Key(), 2, "dos"));

        await Store.Get<IChanges>().DropAsync([Sample.Arrival(Sample.Key(), 2, "dos").Document]);

        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM document_version"));
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_an_entry_of_the_directory_said()
    {
        var key = "actor/" + Sample.Id(1);
        await TakeAsync(Sample.Arrival(key, 1, "Teixidores"), Sample.Arrival(key, 2, "Teixidores"));

        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM document_version"));
        Assert.Empty(await Versions.LackingAsync(Sample.Barcelona, 10));
    }

    [Fact]
    public async Task A_practice_whose_versions_went_past_is_lacking_until_they_are_taken()
    {
        await TakeAsync(Sample.Arrival(Sample.Key(1), 1, "u"), Sample.Arrival(Sample.Key(1), 2, "dos"), Sample.Arrival(Sample.Key(2), 5, "cinc"), Sample.Arrival(Sample.Key(3), 1, "u"));
        await TakeAsync(Sample.Arrival(Sample.Key(3), 4, "quatre"));
        Assert.Equal([Sample.Key(2), Sample.Key(3)], (await Versions.LackingAsync(Sample.Barcelona, 10)).Select(document => document.Key).Order());

        var lacking = (await Versions.LackingAsync(Sample.Barcelona, 10)).Single(document => document.Key == Sample.Key(3));
        var earlier = new[] { 2, 3, 4 }.Select(revision => lacking with { Revision = revision, Json = Sample.Document(Sample.Key(3), revision, "tres") }).ToList();
        await Versions.KeepAsync(lacking, earlier, isAll: true);

        Assert.Equal([4, 3, 2, 1], (await Versions.OfAsync(Sample.Barcelona, Key(3), Audience.Own, int.MaxValue, 10)).Select(version => version.Revision));
        Assert.Equal(Sample.Document(Sample.Key(3), 4, "quatre", "https://" + Sample.Barcelona), (await Versions.OfAsync(Sample.Barcelona, Key(3), Audience.Own, int.MaxValue, 1))[0].Json);
        Assert.Equal([Sample.Key(2)], (await Versions.LackingAsync(Sample.Barcelona, 10)).Select(document => document.Key));

        // From here on each next one finds the one before it.
        await TakeAsync(Sample.Arrival(Sample.Key(3), 5, "cinc"));
        Assert.Equal([Sample.Key(2)], (await Versions.LackingAsync(Sample.Barcelona, 10)).Select(document => document.Key));
        await TakeAsync(Sample.Arrival(Sample.Key(3), 7, "set"));
        Assert.Equal([Sample.Key(2), Sample.Key(3)], (await Versions.LackingAsync(Sample.Barcelona, 10)).Select(document => document.Key).Order());
    }

    [Fact]
    public async Task Versions_that_come_too_late_are_not_kept()
    {
        await TakeAsync(Sample.Arrival(Sample.Key(), 3, "tres"));
        var lacking = Assert.Single(await Versions.LackingAsync(Sample.Barcelona, 10));
        await TakeAsync(Sample.Arrival(Sample.Key(), 4, "", tombstone: true));

        await Versions.KeepAsync(lacking, [lacking with { Revision = 2 }], isAll: true);

        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM document_version"));
    }

    private static RecordKey Key(int number = 1) => RecordKey.Parse(Sample.Key(number));

    private async Task TakeAsync(params Citess.Poles.Kernel.Inbox.Arrival[] arrivals)
    {
        foreach (var arrival in arrivals)
        {
            await Store.Inbox.DoneAsync([], [arrival], NoNotes);
        }
    }
}

public sealed class VersionsOnSqlite : VersionTests<SqliteFile>;

public sealed class VersionsOnPostgreSql : VersionTests<PostgresDatabase>;
