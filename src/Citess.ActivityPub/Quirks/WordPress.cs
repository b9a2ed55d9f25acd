namespace Citess.ActivityPub.Quirks;

/// <summary>WordPress signs <c>host</c> by draft-cavage without its port, though it posts to that port.</summary>
internal static class WordPress
{
    /// <summary>The host as it signs it; null where the authority has no port, so that nothing changes on the usual one.</summary>
    /// <remarks>
    /// Who signs so can be replayed, within the hour, to another port of the same name. It remains the actor's own word, and whoever
    /// signs the port too is bound to it.
    /// </remarks>
    public static string? HostSigned(string authority) =>
        authority.LastIndexOf(':') is > 0 and var colon && !authority.EndsWith(']') ? authority[..colon] : null;
}
