using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// A pole keeps a retired key in its list for ever, since what that proved is still there. A key that is gone from the list
/// was revoked: others may have it, and may have dated back what they sign.
/// </summary>
internal static class Revocation
{
    /// <summary>True when the origin lists a key no more that it listed when it was last compared with.</summary>
    public static bool Is(RepairStand stand, Actor document) =>
        stand.Keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Ids(document), StringComparer.Ordinal).Any();

    public static string KeysOf(Actor document) => string.Join(' ', Ids(document));

    private static IEnumerable<string> Ids(Actor document) => (document.AssertionMethod ?? []).Select(key => key.Id).OfType<string>().Where(id => !id.Contains(' ', StringComparison.Ordinal));
}
