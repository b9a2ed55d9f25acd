namespace Citess.Storage.Ledger;

/// <summary>
/// Which entries of the ledger (<c>l</c>) concern a courier (<c>c</c>): the one place where an audience becomes a list of
/// addressees. Used by all statements that send, count or show.
/// </summary>
internal static class Concern
{
    /// <summary>The entry takes something back.</summary>
    public const string TakesBack = "l.verb IN ('Delete', 'Remove')";

    /// <summary>True when the entry is the relation's to get: it is addressed to it, or shared with it among others.</summary>
    public const string Is = "(" + IsAddressed + " OR " + IsShared + ")";

    /// <summary>The entry is for this relation alone.</summary>
    public const string IsAddressed = "l.addressee = c.relation";

    /// <summary>
    /// The entry is the latest about a record that the relation sees, or it takes a record back that the relation may have
    /// seen and does not see again.
    /// </summary>
    public const string IsShared =
        "(l.addressee IS NULL AND l.is_superseded = 0 AND CASE WHEN " + TakesBack
        + " THEN l.number > c.joined AND " + Seen + " AND NOT " + SeesAgain + " ELSE " + Sees + " END)";

    /// <summary>
    /// There is something for a courier behind its cursor. Two questions, and so wherever entries are looked for: one
    /// condition with OR would have the database look through all entries of all relations, and so each has an index.
    /// </summary>
    public const string HasMore =
        "(EXISTS (SELECT 1 FROM ledger l WHERE l.number > c.cursor AND " + IsAddressed + ") OR EXISTS (SELECT 1 FROM ledger l WHERE l.number > c.cursor AND " + IsShared + "))";

    private const string Sees = "(c.sees IS NOT NULL AND (l.audience >= c.sees OR " + Listed + "l.number)))";

    private const string Listed = "EXISTS (SELECT 1 FROM ledger_partner p WHERE p.relation = c.relation AND p.number = ";

    // Whoever might see it may have it, by push, by the feed or in a file: nobody keeps a book of that. Who left saw nothing
    // that came after.
    private const string Seen =
        """
        EXISTS (SELECT 1 FROM ledger s WHERE s.about = l.about AND s.number < l.number AND (c.parted IS NULL OR s.number <= c.parted) AND s.addressee IS NULL
          AND s.verb NOT IN ('Delete', 'Remove') AND (s.audience >= c.saw OR EXISTS (SELECT 1 FROM ledger_partner p WHERE p.relation = c.relation AND p.number = s.number)))
        """;

    private const string SeesAgain =
        """
        EXISTS (SELECT 1 FROM ledger s WHERE s.about = l.about AND s.number > l.number AND s.addressee IS NULL AND s.is_superseded = 0
          AND s.verb NOT IN ('Delete', 'Remove') AND c.sees IS NOT NULL
          AND (s.audience >= c.sees OR EXISTS (SELECT 1 FROM ledger_partner p WHERE p.relation = c.relation AND p.number = s.number)))
        """;
}
