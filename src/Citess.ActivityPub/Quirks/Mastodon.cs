using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Quirks;

/// <summary>Mastodon verifies more than it signs: its own requests never show that it takes RFC 9421, its version does.</summary>
internal static class Mastodon
{
    private static readonly Version WithRsa = new(4, 5);
    private static readonly Version WithEd25519 = new(4, 7);

    /// <summary>What this software verifies, by the table in Mastodon's FEDERATION.md; draft-cavage for any other software.</summary>
    public static SignatureDialect Takes(NodeInfoSoftware software)
    {
        // "4.5.0+glitch", "4.6.0-alpha.2": forks and previews behave like the release whose number they bear.
        var version = software.Version ?? "";
        var end = version.AsSpan().IndexOfAnyExcept("0123456789.");
        return software.Name == "mastodon" && Version.TryParse(end < 0 ? version : version[..end], out var number)
            ? number >= WithEd25519 ? SignatureDialect.Rfc9421Ed25519 : number >= WithRsa ? SignatureDialect.Rfc9421Rsa : SignatureDialect.Cavage
            : SignatureDialect.Cavage;
    }
}
