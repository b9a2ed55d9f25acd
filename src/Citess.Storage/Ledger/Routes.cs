using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>Gives a relation its courier, or tells the courier its new way. Only the publisher does, which holds the head.</summary>
internal static class Routes
{
    public static async Task PutAsync(Writing writing, Route route, long head, DateTimeOffset now)
    {
        var sees = (int?)route.Sees ?? Nothing;
        var held = await writing.FirstAsync<int?>($"SELECT COALESCE(sees, {Nothing}) FROM courier WHERE relation = @Relation", new { route.Relation });

        // Whoever comes to see more starts at the beginning: it passed entries that it was not shown. A resend is harmless.
        // Not so whoever is to get only what is new: a Follow of a few bytes would else have the whole library sent wherever
        // mallory likes, and as often as he likes.
        var anew = held is not null && (route.FromStart || (!route.IsOnlyNew && sees < held));
        var values = new
        {
            route.Relation,
            Authority = route.Relation.Split('~')[0],
            route.Inbox,
            Sees = (int?)route.Sees,
            Saw = route.Sees is null ? 0 : 1,
            Anew = anew ? 1 : 0,
            First = route.IsOnlyNew ? head : 0,
            head,
            now = now.Ms(),
        };

        // One that is well and waits, because the partner comes to read by itself, is not hurried by what is told of the same way again.
        // Until it first sees anything, its time has not begun, and earlier withdrawals do not concern it.
        await writing.ExecuteAsync(
            """
            INSERT INTO courier (relation, authority, inbox, sees, saw, ever_saw, rests, cursor, joined, parted, failures, due_at, refused)
            VALUES (@Relation, @Authority, @Inbox, @Sees, @Sees, @Saw, 0, @First, @head, CASE WHEN @Saw = 0 THEN @head END, 0, @now, 0)
            ON CONFLICT (relation) DO UPDATE SET
              cursor = CASE WHEN @Anew = 1 THEN 0 ELSE courier.cursor END,
              served = CASE WHEN @Anew = 1 THEN 0 ELSE courier.served END,
              generation = CASE WHEN @Anew = 1 OR COALESCE(excluded.sees, 9) <> COALESCE(courier.sees, 9) THEN courier.generation + 1 ELSE courier.generation END,
              joined = CASE WHEN courier.ever_saw = 0 AND excluded.ever_saw = 1 THEN excluded.joined ELSE courier.joined END,
              parted = CASE WHEN excluded.parted IS NULL OR courier.parted IS NULL THEN excluded.parted ELSE courier.parted END,
              ever_saw = CASE WHEN excluded.ever_saw = 1 THEN 1 ELSE courier.ever_saw END,
              saw = CASE WHEN COALESCE(excluded.sees, 9) < COALESCE(courier.saw, 9) THEN excluded.sees ELSE courier.saw END,
              inbox = excluded.inbox, sees = excluded.sees,
              due_at = CASE WHEN @Anew = 1 OR courier.failures > 0 OR courier.problem IS NOT NULL OR courier.inbox <> excluded.inbox
                OR COALESCE(excluded.sees, 9) <> COALESCE(courier.sees, 9) THEN excluded.due_at ELSE courier.due_at END,
              failures = 0, refused_row = 0, refused_since = NULL
            """,
            values);
        if (anew)
        {
            // What is sent once more counts as refused only when it is refused once more.
            await writing.ExecuteAsync("DELETE FROM courier_refusal WHERE relation = @Relation", values);
            await writing.ExecuteAsync("UPDATE courier SET refused = 0 WHERE relation = @Relation", values);
        }
    }

    /// <summary>Beyond every audience: who has no right to any.</summary>
    private const int Nothing = 9;
}
