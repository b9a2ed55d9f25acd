using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>A POST to an inbox, before anything of it is believed.</summary>
/// <param name="Body">The body word for word, as it came over the wire.</param>
/// <param name="Message">What signatures cover: method, path, headers, and the host of the configured origin.</param>
public sealed record IncomingActivity(ReadOnlyMemory<byte> Body, SignedMessage Message);
