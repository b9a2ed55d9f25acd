namespace Citess.ActivityPub.Signatures;

/// <summary>An HTTP request as its signature sees it, whichever dialect that speaks.</summary>
/// <param name="Method">The HTTP method, in any case.</param>
/// <param name="Target">Path and query on the configured origin, never as a proxy rewrote them.</param>
/// <param name="Host">The authority of the configured origin in lower case, with its port unless that is the default.</param>
/// <param name="Header">All values of a header as they came, by lower-case name; an empty list when it is absent.</param>
/// <param name="Scheme">The scheme of the configured origin: behind a proxy the request may say another.</param>
public sealed record SignedMessage(string Method, string Target, string Host, Func<string, IReadOnlyList<string>> Header, string Scheme = "https");
