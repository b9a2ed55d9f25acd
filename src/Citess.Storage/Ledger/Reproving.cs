using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>
/// What becomes of entries that wait for couriers when the key that proved them was revoked. A share waits no more: its
/// record is shared anew. What is said to one relation, and what takes something back, is proved anew where it stands.
/// </summary>
internal static class Reproving
{
    private const int Batch = 500;

    public static async Task RunAsync(Writing writing, Func<string, string> proveAgain)
    {
        await writing.ExecuteAsync("UPDATE ledger SET is_superseded = 1 WHERE is_superseded = 0 AND addressee IS NULL AND verb NOT IN ('Delete', 'Remove', 'Add')", new { });
        IReadOnlyList<Row> rows;
        for (var after = 0L; (rows = await ReadAsync(writing, after)).Count > 0; after = rows[^1].Number)
        {
            foreach (var row in rows)
            {
                await ReproveAsync(writing, row, proveAgain(row.Activity));
            }
        }
    }

    private static async Task<IReadOnlyList<Row>> ReadAsync(Writing writing, long after) => [.. await writing.QueryAsync<Row>(
        "SELECT number, about, revision, verb, activity FROM ledger WHERE number > @after AND (is_superseded = 0 OR addressee IS NOT NULL) AND activity <> '' ORDER BY number LIMIT @Batch", new { after, Batch })];

    private static async Task ReproveAsync(Writing writing, Row row, string activity)
    {
        await writing.ExecuteAsync("UPDATE ledger SET activity = @activity WHERE number = @Number", new { activity, row.Number });
        if (row.Verb == Verbs.Add)
        {
            await writing.ExecuteAsync("UPDATE document SET body = @activity WHERE origin = '' AND key = @About AND revision = @Revision", new { activity, row.About, row.Revision });
        }
        else if (row.Verb == Verbs.Delete && JsonElement.Parse(activity).GetProperty("object") is { ValueKind: JsonValueKind.Object } tombstone)
        {
            await writing.ExecuteAsync(
                "UPDATE document SET body = @body WHERE origin = '' AND key = @About AND revision = @Revision AND is_tombstone = 1", new { body = tombstone.GetRawText(), row.About, row.Revision });
        }
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string About { get; init; } = "";

        public int Revision { get; init; }

        public string Verb { get; init; } = "";

        public string Activity { get; init; } = "";
    }
}
