using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>Where one courier stands, on its way into the table together with others.</summary>
internal sealed record CourierSaving(CourierStand Stand, LateArrival? Late)
{
    /// <summary>
    /// Way and audience are the publisher's to say. A courier that has not yet heard of a new audience, or that its partner
    /// was restored and begins anew, saves nothing: it would undo the return to the beginning. Nor does one that has not heard
    /// that its partner reads the feed meanwhile.
    /// </summary>
    private const string Sql =
        """
        UPDATE courier SET cursor = @cursor, served = @served, failures = @failures, due_at = @due, delivered_at = @delivered, problem = @problem,
          refused_row = @refused_row, refused_since = @refused_since
        WHERE relation = @relation AND generation = @generation AND cursor = @read_at AND served <= @served
        """;

    private const string LateSql =
        """
        INSERT INTO courier_late (relation, number, after, reached) VALUES (@relation, @number, @after, @reached)
        ON CONFLICT (relation, number) DO UPDATE SET after = excluded.after, reached = excluded.reached
        """;

    /// <summary>Always in one order, so that two transactions never hold what the other waits for.</summary>
    public static async Task<IReadOnlyList<bool>> RunAsync(Writing writing, IReadOnlyList<CourierSaving> savings)
    {
        var saved = new bool[savings.Count];
        foreach (var place in Enumerable.Range(0, saved.Length).OrderBy(place => savings[place].Stand.Relation, StringComparer.Ordinal))
        {
            saved[place] = await savings[place].RunAsync(writing);
        }

        return saved;
    }

    private async Task<bool> RunAsync(Writing writing)
    {
        var update = writing.Repeated(Sql, "cursor", "served", "failures", "due", "delivered", "problem", "refused_row", "refused_since", "relation", "generation", "read_at");
        var saved = await update.ExecuteAsync(
            Stand.Cursor, Stand.Served, Stand.Failures, Stand.DueAt.Ms(), Stand.DeliveredAt.Ms(), Stand.Problem, Stand.RefusedInRow, Stand.RefusedSince.Ms(), Stand.Relation, Stand.Generation, Stand.ReadAt) > 0;
        if (saved && Late is not null)
        {
            await writing.Repeated(LateSql, "relation", "number", "after", "reached").ExecuteAsync(Stand.Relation, Late.Number, Late.After, Late.Reached.Ms());
        }

        return saved;
    }
}
