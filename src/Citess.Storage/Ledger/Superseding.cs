using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>Marks the earlier entries that need no more sending because a later one takes their place.</summary>
internal static class Superseding
{
    /// <summary>
    /// What is said to one relation takes the place of what was said to it before. A record's latest share takes the place
    /// of every earlier one, whoever it was for: who lost sight is told so by a Remove, which stands until another word
    /// takes the record back from everybody who ever saw it.
    /// </summary>
    public static Task ByAsync(Writing writing, Sharing sharing, long number)
    {
        var takesBack = sharing.Verb is Verbs.Delete or Verbs.Remove;
        return writing.ExecuteAsync(takesBack || sharing.Addressee is not null ? Sql : SharesSql, new { sharing.About, number, sharing.Addressee });
    }

    internal const string Sql = "UPDATE ledger SET is_superseded = 1 WHERE about = @About AND number < @number AND is_superseded = 0 AND COALESCE(addressee, '') = COALESCE(@Addressee, '')";

    private const string SharesSql = Sql + " AND verb NOT IN ('Delete', 'Remove')";
}
