using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Signatures;
using Citess.Storage.Inbox;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Inbox;

public abstract class DialectStoreTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private IDialectMemory Memory => Store.Get<IDialectMemory>();

    [Fact]
    public async Task What_was_learned_of_a_host_is_known_here_and_in_the_next_process()
    {
        Assert.Null(await Memory.FindAsync("barcelona.example", CancellationToken.None));
        await Memory.KeepAsync(new("barcelona.example", SignatureDialect.Rfc9421Rsa, IsSettled: false, Sample.Day), CancellationToken.None);
        var known = new KnownDialect("barcelona.example", SignatureDialect.Rfc9421Ed25519, IsSettled: true, Sample.Day.AddDays(1));
        await Memory.KeepAsync(known, CancellationToken.None);

        Assert.Equal(known, await Memory.FindAsync("barcelona.example", CancellationToken.None));
        Assert.Equal(known, await (await OpenAsync()).Get<IDialectMemory>().FindAsync("barcelona.example", CancellationToken.None));
        Assert.Null(await Memory.FindAsync("sidi-bouzid.example", CancellationToken.None));
    }

    [Fact]
    public async Task A_dialect_of_a_later_program_is_as_if_nothing_were_known()
    {
        await Store.ExecuteAsync("INSERT INTO peer_dialect (authority, dialect, settled, learned) VALUES ('barcelona.example', 'MlDsa44', 0, 0)");

        Assert.Null(await Memory.FindAsync("barcelona.example", CancellationToken.None));
    }

    [Fact]
    public async Task Invented_hosts_push_each_other_out()
    {
        for (var number = 0; number < 30; number++)
        {
            await Memory.KeepAsync(new($"mallory{number}.example", SignatureDialect.Rfc9421Rsa, IsSettled: false, Sample.Day.AddSeconds(number)), CancellationToken.None);
        }

        await ((DialectStore)Memory).PruneAsync(10, CancellationToken.None);

        Assert.Equal(10, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM peer_dialect"));
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM peer_dialect WHERE authority = 'mallory19.example'"));
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM peer_dialect WHERE authority = 'mallory20.example'"));
    }
}

public sealed class DialectStoreOnSqlite : DialectStoreTests<SqliteFile>;

public sealed class DialectStoreOnPostgreSql : DialectStoreTests<PostgresDatabase>;
