using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Collaborations;

/// <summary>Events of collaborations in their table.</summary>
internal sealed class CollaborationEvents(Database database, TimeProvider clock) : ICollaborationEvents
{
    private const string AddSql =
        $"""
        INSERT INTO collaboration_event (collaboration, hash, author, address, body, arrived)
        SELECT @Log, @Hash, @Author, @Id, @body, @now
        WHERE (SELECT COUNT(*) FROM collaboration_event WHERE collaboration = @Log) < @MaxEvents
        ON CONFLICT (hash) DO NOTHING
        """;

    public Task<int> AddAsync(IReadOnlyList<SignedEvent> events, IReadOnlyList<OutboxEntry> told, IReadOnlyList<NamedFile>? files = null, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            // Whoever reads behind a position must not miss one that was given before and committed later.
            await writing.TakeAsync(Turn.Collaborations);
            var now = clock.GetUtcNow().Ms();
            var added = 0;
            foreach (var each in events)
            {
                added += await writing.ExecuteAsync(AddSql, new { each.Log, each.Hash, each.Said.Author, each.Said.Id, body = each.Document.GetRawText(), now, ICollaborationEvents.MaxEvents });
            }

            foreach (var entry in told)
            {
                await writing.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES (@Id, @body) ON CONFLICT (entry_id) DO NOTHING", new { entry.Id, body = StateJson.Write(entry) });
            }

            if (files is not null && events.Count > 0)
            {
                await CollaborationFileStore.PutAsync(writing, events[0].Log, files);
            }

            return added;
        },
        stop);

    public Task<IReadOnlyList<EventRow>> ReadAsync(string collaboration, long after, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<EventRow>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<Row>("SELECT position, hash, body, arrived FROM collaboration_event WHERE collaboration = @collaboration AND position > @after ORDER BY position", new { collaboration, after });
            return [.. rows.Select(row => new EventRow(row.Position, row.Hash, row.Body, row.Arrived.Time()))];
        },
        stop);

    public Task<IReadOnlyList<string>> AllAsync(CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. await connection.QueryAsync<string>("SELECT collaboration FROM collaboration_event WHERE hash = collaboration ORDER BY position DESC")], stop);

    public Task<int> BegunByAsync(string author, CancellationToken stop = default) => database.ReadAsync(
        async connection => (int)await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM collaboration_event WHERE author = @author AND hash = collaboration", new { author }), stop);

    public Task<(string Collaboration, string Hash)?> FindAsync(string address, CancellationToken stop = default) => database.ReadAsync<(string, string)?>(
        async connection => await connection.QueryFirstOrDefaultAsync<Row>("SELECT collaboration, hash FROM collaboration_event WHERE address = @address ORDER BY position LIMIT 1", new { address }) is { } row
            ? (row.Collaboration, row.Hash) : null,
        stop);

    private sealed class Row
    {
        public long Position { get; init; }

        public string Collaboration { get; init; } = "";

        public string Hash { get; init; } = "";

        public string Body { get; init; } = "";

        public long Arrived { get; init; }
    }
}
