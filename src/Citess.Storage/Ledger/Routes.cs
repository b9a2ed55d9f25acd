using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>Gives a relation its courier, or tells the courier its new way.</summary>
internal static class Routes
{
    public static async Task PutAsync(Writing writing, Route route, long head, DateTimeOffset now)
    {
        var values = new
        {
            route.Relation,
            route.Inbox,
            Sees = (int?)route.Sees,
            Saw = route.Sees is null ? 0 : 1,
            Rests = route.Rests ? 1 : 0,
            Anew = route.FromStart ? 1 : 0,
            head,
            now = now.Ms(),
        };

        // Whoever comes to see more starts at the beginning: it passed entries that it was not shown. A resend is harmless.
        // Until it first sees anything, its time has not begun, and earlier withdrawals do not concern it.
        await writing.ExecuteAsync(
            """
            INSERT INTO courier (relation, inbox, sees, saw, ever_saw, rests, cursor, joined, failures, due_at, refused)
            VALUES (@Relation, @Inbox, @Sees, @Sees, @Saw, @Rests, 0, @head, 0, @now, 0)
            ON CONFLICT (relation) DO UPDATE SET
              cursor = CASE WHEN @Anew = 1 OR COALESCE(excluded.sees, 9) < COALESCE(courier.sees, 9) THEN 0 ELSE courier.cursor END,
              generation = CASE WHEN @Anew = 1 OR COALESCE(excluded.sees, 9) <> COALESCE(courier.sees, 9) THEN courier.generation + 1 ELSE courier.generation END,
              joined = CASE WHEN courier.ever_saw = 0 AND excluded.ever_saw = 1 THEN excluded.joined ELSE courier.joined END,
              ever_saw = CASE WHEN excluded.ever_saw = 1 THEN 1 ELSE courier.ever_saw END,
              saw = CASE WHEN COALESCE(excluded.sees, 9) < COALESCE(courier.saw, 9) THEN excluded.sees ELSE courier.saw END,
              inbox = excluded.inbox, sees = excluded.sees, rests = excluded.rests,
              failures = 0, due_at = excluded.due_at
            """,
            values);
    }
}
