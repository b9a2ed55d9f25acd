using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>An entry that the other side refused for good, on its way into the table together with others.</summary>
internal sealed record CourierRefusing(string Relation, long Number, int Status, string Reason, DateTimeOffset At)
{
    private const string Sql =
        """
        INSERT INTO courier_refusal (relation, number, status, reason, recorded) VALUES (@relation, @number, @status, @reason, @recorded)
        ON CONFLICT (relation, number) DO NOTHING
        """;

    /// <summary>In one order, as all that changes couriers.</summary>
    public static async Task<IReadOnlyList<bool>> RunAsync(Writing writing, IReadOnlyList<CourierRefusing> refusals)
    {
        var insert = writing.Repeated(Sql, "relation", "number", "status", "reason", "recorded");
        var count = writing.Repeated("UPDATE courier SET refused = refused + 1 WHERE relation = @relation", "relation");
        var added = new bool[refusals.Count];
        foreach (var place in Enumerable.Range(0, added.Length).OrderBy(place => refusals[place].Relation, StringComparer.Ordinal))
        {
            var refusal = refusals[place];
            added[place] = await insert.ExecuteAsync(refusal.Relation, refusal.Number, refusal.Status, refusal.Reason, refusal.At.Ms()) > 0;
            if (added[place])
            {
                await count.ExecuteAsync(refusal.Relation);
            }
        }

        return added;
    }
}
