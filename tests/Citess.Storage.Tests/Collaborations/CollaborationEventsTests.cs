using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Collaborations;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Backup;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Collaborations;

/// <summary>Events come once, stay as they are, and go into a backup.</summary>
public abstract class CollaborationEventsTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Actor = "https://mahdia.example/pole/1";

    private readonly Ed25519KeyPair _key = Ed25519KeyPair.Create(Actor + "#ed25519-key");

    private ICollaborationEvents Events => Store.Get<ICollaborationEvents>();

    public override async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_event_and_what_is_told_of_it_are_kept_together_and_once()
    {
        var (first, second) = Two();
        var told = new OutboxEntry { Id = "event/1/barcelona.example", Key = "event/1" };
        Assert.Equal(2, await Events.AddAsync([first, second], [told]));
        Assert.Equal(0, await Events.AddAsync([second, first], [told]));
        var rows = await Events.ReadAsync(first.Hash, after: 0);
        Assert.Equal([first.Hash, second.Hash], rows.Select(row => row.Hash));
        Assert.Equal(first.Document.GetRawText(), rows[0].Body);
        Assert.Equal(second.Hash, Assert.Single(await Events.ReadAsync(first.Hash, rows[0].Position)).Hash);
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
        Assert.Equal([first.Hash], await Events.AllAsync());
        Assert.Equal(1, await Events.BegunByAsync(Actor));
        Assert.Equal((first.Hash, second.Hash), await Events.FindAsync(second.Said.Id));
        Assert.Null(await Events.FindAsync("https://mahdia.example/event/9"));

        await Assert.ThrowsAnyAsync<Exception>(() => Events.AddAsync([Next(second, 3)], [told with { Id = null! }]));
        Assert.Equal(2, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM collaboration_event"));
    }

    [Theory]
    [InlineData("UPDATE collaboration_event SET body = '{}'")]
    [InlineData("UPDATE collaboration_event SET arrived = 0")]
    [InlineData("DELETE FROM collaboration_event")]
    public async Task The_database_lets_nobody_change_what_was_said(string sql)
    {
        var (first, second) = Two();
        await Events.AddAsync([first, second], []);
        await Assert.ThrowsAnyAsync<Exception>(() => Store.ExecuteAsync(sql));
        Assert.Equal(first.Document.GetRawText(), (await Events.ReadAsync(first.Hash, after: 0))[0].Body);
    }

    [Fact]
    public void A_backup_has_the_events() => Assert.Contains("collaboration_event", Tables.Copied);

    private (SignedEvent First, SignedEvent Second) Two()
    {
        var first = SignedEvent.Prove(new() { Id = "https://mahdia.example/event/1", Author = Actor, Number = 1, Time = Sample.Day, Type = "begin", Payload = Payload }, _key, Sample.Day);
        return (first, Next(first, 2));
    }

    private SignedEvent Next(SignedEvent before, int number) => SignedEvent.Prove(
        new() { Id = $"https://mahdia.example/event/{number}", Author = Actor, Log = before.Log, Heads = [before.Hash], Number = number, Previous = before.Hash, Time = Sample.Day, Type = "task", Payload = Payload }, _key, Sample.Day);

    private static JsonElement Payload => JsonSerializer.SerializeToElement(new { title = "Devis — عرض أسعار" });
}

public sealed class CollaborationEventsOnSqlite : CollaborationEventsTests<SqliteFile>;

public sealed class CollaborationEventsOnPostgreSql : CollaborationEventsTests<PostgresDatabase>;
