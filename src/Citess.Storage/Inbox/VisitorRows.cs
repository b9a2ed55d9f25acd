using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Network.Blocks;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Inbox;

/// <summary>Replies of visitors in their table.</summary>
internal sealed class VisitorRows(Database database, IBlocks blocks) : IVisitorReplies
{
    private static readonly TimeSpan Unseen = TimeSpan.FromDays(90);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private const string RoomSql =
        """
        SELECT (SELECT standing FROM visitor_reply WHERE address = @address AND actor = @actor) AS held,
          (SELECT COUNT(*) FROM visitor_reply WHERE standing = 0 AND host = @host AND actor = @actor) AS of_actor,
          (SELECT COUNT(*) FROM visitor_reply WHERE standing = 0 AND host = @host) AS of_host,
          (SELECT COUNT(*) FROM visitor_reply WHERE standing = 0) AS in_all
        """;

    private const string ChangeSql =
        """
        UPDATE visitor_reply SET name = @Name, about = @About, answers = @Answers, link = @Link, text = @Text, language = @Language,
          said = @said, received = @received, standing = 0, decided = NULL, by_account = ''
        WHERE address = @Address AND actor = @Actor AND standing <> 2 AND (text <> @Text OR answers <> @Answers OR language <> @Language)
        """;

    private const string KeepSql =
        """
        INSERT INTO visitor_reply (address, actor, host, name, about, answers, link, text, language, said, received, standing)
        VALUES (@Address, @Actor, @Host, @Name, @About, @Answers, @Link, @Text, @Language, @said, @received, 0)
        ON CONFLICT (address) DO NOTHING
        """;

    public Task<VisitorRoom> RoomAsync(string actor, string host, string address, CancellationToken stop = default) => database.ReadAsync(
        async connection => (await connection.QuerySingleAsync<Counts>(RoomSql, new { actor, host, address })).ToRoom(), stop);

    public async Task<VisitorReply?> FindAsync(string address, CancellationToken stop = default) =>
        (await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<Row>("SELECT * FROM visitor_reply WHERE address = @address", new { address }), stop))?.ToReply();

    public Task<bool> KeepAsync(VisitorReply reply, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            var values = new
            {
                reply.Address,
                reply.Actor,
                reply.Host,
                reply.Name,
                reply.About,
                reply.Answers,
                reply.Link,
                reply.Text,
                reply.Language,
                said = reply.Said.Ms(),
                received = reply.Received.Ms(),
            };
            await writing.ExecuteAsync(ChangeSql, values);
            var room = (await writing.FirstAsync<Counts>(RoomSql, new { actor = reply.Actor, host = reply.Host, address = reply.Address }))!.ToRoom();
            return room.Held is not null || (room.IsThere && await writing.ExecuteAsync(KeepSql, values) > 0);
        },
        stop);

    public async Task<bool> RemoveAsync(string actor, string address, CancellationToken stop = default) =>
        await database.ExecuteAsync("DELETE FROM visitor_reply WHERE address = @address AND actor = @actor", new { address, actor }, stop) > 0;

    public Task<int> RemoveAllAsync(string actor, CancellationToken stop = default) =>
        database.ExecuteAsync("DELETE FROM visitor_reply WHERE actor = @actor", new { actor }, stop);

    public Task<bool> HasAsync(string actor, CancellationToken stop = default) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM visitor_reply WHERE actor = @actor", new { actor }) > 0, stop);

    public async Task<IReadOnlyList<VisitorReply>> ListAsync(VisitorStanding standing, string? about, int take, CancellationToken stop = default)
    {
        var hosts = await blocks.ReadAsync(stop);
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                $"SELECT * FROM visitor_reply WHERE standing = @standing {(about is null ? "" : "AND about = @about")} ORDER BY received DESC, address LIMIT @take",
                new { standing = (int)standing, about, take }),
            stop);
        return [.. rows.Where(row => !hosts.IsBlocked(row.Host)).Select(row => row.ToReply())];
    }

    public Task<int> WaitingAsync(string? about = null, CancellationToken stop = default) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM visitor_reply WHERE standing = 0 {(about is null ? "" : "AND about = @about")}", new { about }), stop);

    public async Task<bool> DecideAsync(string address, DateTimeOffset seen, VisitorStanding standing, string by, DateTimeOffset now, CancellationToken stop = default) => await database.ExecuteAsync(
        "UPDATE visitor_reply SET standing = @standing, decided = @now, by_account = @by WHERE address = @address AND received = @seen",
        new { address, seen = seen.Ms(), standing = (int)standing, by, now = now.Ms() },
        stop) > 0;

    public Task<int> TrimAsync(DateTimeOffset now, CancellationToken stop = default) => database.ExecuteAsync(
        "DELETE FROM visitor_reply WHERE (standing = 0 AND received < @unseen) OR (standing = 2 AND decided < @remembered)",
        new { unseen = (now - Unseen).Ms(), remembered = (now - Remembered).Ms() },
        stop);

    /// <summary>A host that is blocked: what waits of it is dropped, and what was let through is hidden as long as that lasts.</summary>
    public static async Task DropAsync(Database database, Writing writing, HostList list)
    {
        var hosts = (await writing.QueryAsync<string>("SELECT DISTINCT host FROM visitor_reply WHERE standing = 0")).Where(list.IsBlocked).ToArray();
        await writing.ExecuteAsync($"DELETE FROM visitor_reply WHERE standing = 0 AND host {database.In(nameof(hosts))}", new { hosts });
    }

    private sealed class Counts
    {
        public int? Held { get; init; }

        public long OfActor { get; init; }

        public long OfHost { get; init; }

        public long InAll { get; init; }

        public VisitorRoom ToRoom() => new((VisitorStanding?)Held, (int)OfActor, (int)OfHost, (int)InAll);
    }

    private sealed class Row
    {
        public string Address { get; init; } = "";

        public string Actor { get; init; } = "";

        public string Host { get; init; } = "";

        public string Name { get; init; } = "";

        public string About { get; init; } = "";

        public string Answers { get; init; } = "";

        public string Link { get; init; } = "";

        public string Text { get; init; } = "";

        public string Language { get; init; } = "";

        public long Said { get; init; }

        public long Received { get; init; }

        public int Standing { get; init; }

        public long? Decided { get; init; }

        public VisitorReply ToReply() => new()
        {
            Address = Address,
            Actor = Actor,
            Host = Host,
            Name = Name,
            About = About,
            Answers = Answers,
            Link = Link,
            Text = Text,
            Language = Language,
            Said = Said.Time(),
            Received = Received.Time(),
            Standing = (VisitorStanding)Standing,
            Decided = Decided.Time(),
        };
    }
}
