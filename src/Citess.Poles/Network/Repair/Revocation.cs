using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// A pole keeps a retired key in its list for ever, since what that proved is still there. A key that is gone from the list
/// was revoked: others may have it, and may have dated back what they sign. A pole that was restored may give a name twice:
/// a key is known by its bytes.
/// </summary>
internal static class Revocation
{
    /// <summary>True when the origin lists a key no more that it listed when it was last compared with, or when that is not known.</summary>
    public static bool MayBe(RepairStand stand, Actor document) =>
        stand.Keys.Length == 0 || stand.Keys.Split(' ').Except(Keys(document), StringComparer.Ordinal).Any();

    public static string KeysOf(Actor document) => string.Join(' ', Keys(document));

    private static IEnumerable<string> Keys(Actor document) => (document.AssertionMethod ?? []).Select(key => key.PublicKeyMultibase).OfType<string>().Where(key => !key.Contains(' ', StringComparison.Ordinal));
}
