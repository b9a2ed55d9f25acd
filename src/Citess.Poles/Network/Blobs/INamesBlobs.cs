using System.Security.Claims;

namespace Citess.Poles.Network.Blobs;

/// <summary>What names blobs and is no record: whoever may see it may see them.</summary>
internal interface INamesBlobs
{
    /// <summary>True when it names this one, and is for this person, or for the pole that asks, signed by this actor.</summary>
    Task<bool> ShowsAsync(string hash, ClaimsPrincipal who, string? asker, CancellationToken stop);
}
