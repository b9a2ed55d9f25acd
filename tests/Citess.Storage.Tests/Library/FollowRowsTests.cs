using Citess.Poles.Accounts;
using Citess.Poles.Practices.Collections;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Library;

/// <summary>What is remembered of whoever follows a collection: what they saw of it, each their own.</summary>
public abstract class FollowRowsTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly FollowedCollection s_sea = new("barcelona.example/collection/01JDA5R1V7Q0W3M9K2X4T6B8CE", ["practice/01JDA5R1V7Q0W3M9K2X4T6B8CA", "barcelona.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CB"]);

    private IFollowedCollections Followed => Store.Get<IFollowedCollections>();

    [Fact]
    public async Task A_collection_is_followed_seen_and_left_by_each_for_themselves()
    {
        var (amira, youssef) = (await AccountAsync("amira"), await AccountAsync("youssef"));
        Assert.True(await Followed.FollowAsync(amira, s_sea));
        Assert.True(await Followed.FollowAsync(youssef, s_sea with { Seen = [] }));
        Assert.Equal(s_sea.Seen, Assert.Single(await Followed.OfAsync(amira)).Seen);
        Assert.Empty(Assert.Single(await Followed.OfAsync(youssef)).Seen);

        await Followed.SeeAsync(amira, s_sea with { Seen = s_sea.Seen[1..] });
        Assert.Equal(s_sea.Seen[1..], Assert.Single(await Followed.OfAsync(amira)).Seen);
        Assert.Empty(Assert.Single(await Followed.OfAsync(youssef)).Seen);

        await Followed.LeaveAsync(amira, s_sea.Collection);
        Assert.Empty(await Followed.OfAsync(amira));
        await Followed.SeeAsync(amira, s_sea);
        Assert.Empty(await Followed.OfAsync(amira));
        Assert.Single(await Followed.OfAsync(youssef));
    }

    [Fact]
    public async Task One_person_follows_thirty_and_with_the_account_they_go_and_a_program_follows_none()
    {
        var amira = await AccountAsync("amira");
        for (var number = 0; number < FollowedCollection.Most; number++)
        {
            Assert.True(await Followed.FollowAsync(amira, s_sea with { Collection = "collection/" + Sample.Id(number) }));
        }

        Assert.False(await Followed.FollowAsync(amira, s_sea));
        Assert.True(await Followed.FollowAsync(amira, s_sea with { Collection = "collection/" + Sample.Id(0) }));
        Assert.Equal(FollowedCollection.Most, (await Followed.OfAsync(amira)).Count);
        Assert.False(await Followed.FollowAsync("a-program", s_sea));

        var rows = Store.Get<IAccountRows>();
        await rows.DeleteAsync((await rows.FindByIdAsync(amira, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken);
        Assert.Equal(0, await Store.ScalarAsync<int>("SELECT COUNT(*) FROM followed_collection"));
    }

    private async Task<string> AccountAsync(string name)
    {
        var account = new Account { Id = Ulid.NewUlid().ToString(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Created = Sample.Day, SecurityStamp = "x" };
        Assert.True((await Store.Get<IAccountRows>().CreateAsync(account, TestContext.Current.CancellationToken)).Succeeded);
        return account.Id;
    }
}

public sealed class FollowRowsOnSqlite : FollowRowsTests<SqliteFile>;

public sealed class FollowRowsOnPostgreSql : FollowRowsTests<PostgresDatabase>;
