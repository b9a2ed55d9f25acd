using Citess.Poles.Accounts;
using Citess.Poles.Practices.Library;
using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Storage.Tests.Library;

/// <summary>What is remembered of readers: their last visit and their searches, each their own.</summary>
public abstract class ReaderRowsTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private readonly FakeTimeProvider clock = new(Sample.Day);
    private Store _process = null!;

    private IReaders Readers => _process.Get<IReaders>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _process = await OpenAsync(clock);
    }

    [Fact]
    public async Task Who_comes_for_the_first_time_has_missed_nothing_and_who_comes_again_is_told_of_the_time_before()
    {
        var amira = await AccountAsync("amira");
        Assert.Equal(Sample.Day, await Readers.VisitAsync(amira));

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(Sample.Day, await Readers.VisitAsync(amira));

        clock.Advance(TimeSpan.FromDays(3));
        var third = clock.GetUtcNow();
        Assert.Equal(Sample.Day, await Readers.VisitAsync(amira));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(Sample.Day, await Readers.VisitAsync(amira));

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(third, await Readers.VisitAsync(amira));
    }

    [Fact]
    public async Task Of_a_program_nothing_is_kept()
    {
        await Readers.VisitAsync("a-program");
        Assert.False(await Readers.SaveAsync("a-program", Search(1)));
        Assert.Equal(0, await _process.ScalarAsync<int>("SELECT COUNT(*) FROM account_visit"));
    }

    [Fact]
    public async Task A_search_is_kept_once_and_opened_and_forgotten_by_its_owner_alone()
    {
        var (amira, youssef) = (await AccountAsync("amira"), await AccountAsync("youssef"));
        Assert.True(await Readers.SaveAsync(amira, Search(1)));
        Assert.False(await Readers.SaveAsync(amira, Search(1)));
        Assert.Equal([Search(1)], await Readers.SearchesAsync(amira));
        Assert.Empty(await Readers.SearchesAsync(youssef));

        clock.Advance(TimeSpan.FromHours(1));
        await Readers.OpenAsync(youssef, Search(1).Id);
        await Readers.ForgetAsync(youssef, Search(1).Id);
        Assert.Equal([Search(1)], await Readers.SearchesAsync(amira));

        await Readers.OpenAsync(amira, Search(1).Id);
        Assert.Equal(clock.GetUtcNow(), (await Readers.SearchesAsync(amira)).Single().Opened);
        await Readers.ForgetAsync(amira, Search(1).Id);
        Assert.Empty(await Readers.SearchesAsync(amira));
    }

    [Fact]
    public async Task One_person_keeps_twelve_and_with_the_account_all_of_it_goes()
    {
        var amira = await AccountAsync("amira");
        for (var number = 0; number < SavedSearch.Most; number++)
        {
            Assert.True(await Readers.SaveAsync(amira, Search(number)));
        }

        Assert.False(await Readers.SaveAsync(amira, Search(99)));
        await Readers.VisitAsync(amira);
        Assert.Equal(1, await _process.ScalarAsync<int>("SELECT COUNT(*) FROM account_visit"));

        var rows = _process.Get<IAccountRows>();
        await rows.DeleteAsync((await rows.FindByIdAsync(amira, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (await _process.ScalarAsync<int>("SELECT COUNT(*) FROM account_visit"), await _process.ScalarAsync<int>("SELECT COUNT(*) FROM saved_search")));
    }

    private static SavedSearch Search(int number) => new(Sample.Id(number), "Jardins", "?sector=a01", Sample.Day);

    private async Task<string> AccountAsync(string name)
    {
        var account = new Account { Id = Ulid.NewUlid().ToString(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Created = Sample.Day, SecurityStamp = "x" };
        Assert.True((await _process.Get<IAccountRows>().CreateAsync(account, TestContext.Current.CancellationToken)).Succeeded);
        return account.Id;
    }
}

public sealed class ReaderRowsOnSqlite : ReaderRowsTests<SqliteFile>;

public sealed class ReaderRowsOnPostgreSql : ReaderRowsTests<PostgresDatabase>;
