using System.Globalization;
using Citess.Network.Tests.House;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// What the database of a pole says at the moment of its death, before a start could mend anything: an effect and the mark
/// that its letter is done are there together or not at all, and nothing that was held has become older.
/// </summary>
internal static class Autopsy
{
    private const string Letters =
        """
        FROM inbox i JOIN inbox_body b ON b.number = i.number LEFT JOIN document d ON d.origin = i.sender AND d.key = substr(json_extract(b.body, '$.object.id'), length('http://' || i.sender || '/') + 1)
        WHERE i.verb IN ('Create', 'Update', 'Delete') AND b.body LIKE '%"kind":"practice"%' AND i.number > (SELECT MAX(number) FROM inbox) - 500
        """;

    private const string MarkAlone = "SELECT i.activity_id " + Letters + " AND i.done IS NOT NULL AND i.note IS NULL AND (d.revision IS NULL OR d.revision < json_extract(b.body, '$.object.revision'))";

    // What was pulled may be there before its letter is done, and long before its letter came. So only what came after its
    // letter counts, and after the last comparison that ended in agreement: since then nothing was pulled, for who pulls
    // says first that the two do not agree.
    private const string EffectAlone =
        "SELECT i.activity_id " + Letters +
        """
         AND i.done IS NULL AND d.revision = json_extract(b.body, '$.object.revision')
          AND EXISTS (SELECT 1 FROM test_arrival a WHERE a.origin = d.origin AND a.key = d.key AND a.at >= i.received)
          AND EXISTS (SELECT 1 FROM repair r WHERE r.origin = i.sender AND r.agreed_since IS NOT NULL AND r.compared_at < i.received)
        """;

    private const string NoteArrival =
        """
        BEGIN
          INSERT INTO test_arrival (origin, key, at) VALUES (new.origin, new.key, unixepoch('subsec') * 1000)
          ON CONFLICT (origin, key) DO UPDATE SET at = excluded.at;
        END
        """;

    /// <summary>From now on the database writes down itself when a document came, and how far a partner that reads the feed acknowledged it.</summary>
    public static Task PrepareAsync(RunningPole pole) => pole.TamperAsync(
        $"""
        CREATE TABLE test_arrival (origin TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (origin, key));
        CREATE TRIGGER test_arrival_first AFTER INSERT ON document {NoteArrival};
        CREATE TRIGGER test_arrival_again AFTER UPDATE OF revision ON document {NoteArrival};
        CREATE TABLE test_read (relation TEXT NOT NULL, after INTEGER NOT NULL, upto INTEGER NOT NULL);
        CREATE TRIGGER test_read_on AFTER UPDATE OF cursor ON courier WHEN new.cursor > old.cursor AND new.cursor <= old.served
        BEGIN
          INSERT INTO test_read (relation, after, upto) VALUES (new.relation, old.cursor, new.cursor);
        END;
        """);

    /// <summary>What is wrong. <paramref name="seen"/> remembers what was held when the pole died before.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(RunningPole dead, IDictionary<(string, string), int> seen)
    {
        var findings = new List<string>();
        findings.AddRange((await dead.Database.QueryAsync<string>(MarkAlone)).Select(id => $"{dead.Name} died with {id} marked as done and without its effect."));
        findings.AddRange((await dead.Database.QueryAsync<string>(EffectAlone)).Select(id => $"{dead.Name} died with the effect of {id} and without its mark."));
        foreach (var (origin, key, revision) in await dead.Database.QueryAsync<(string, string, int)>("SELECT origin, key, revision FROM document WHERE origin <> '' AND key LIKE 'practice/%'"))
        {
            if (seen.TryGetValue((origin, key), out var before) && before > revision)
            {
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"{dead.Name} held {origin}/{key} at revision {before}, and now at {revision}."));
            }

            seen[(origin, key)] = revision;
        }

        return findings;
    }
}
