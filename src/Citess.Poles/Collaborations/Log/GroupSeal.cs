namespace Citess.Poles.Collaborations.Log;

/// <summary>What consent to a group binds to: what it is about, and who is in it.</summary>
public static class GroupSeal
{
    /// <summary>Another topic or another member is another seal, and nobody has consented to it.</summary>
    public static string Of(string title, IEnumerable<string> members) => Clauses.HashOf(title + "\n" + string.Join('\n', members.Order(StringComparer.Ordinal)));
}
