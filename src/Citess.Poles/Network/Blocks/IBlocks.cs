using System.Collections.Frozen;
using Citess.ActivityPub.Fetching;

namespace Citess.Poles.Network.Blocks;

/// <summary>The blocked hosts in their table, and with each change what follows from it.</summary>
public interface IBlocks
{
    /// <summary>How hosts stand; a few seconds old at most, and never older than a change made in this process.</summary>
    ValueTask<HostList> ReadAsync(CancellationToken stop = default);

    /// <summary>Blocks a host, or gives a blocked one another reason: its couriers rest.</summary>
    Task BlockAsync(BlockedHost host, CancellationToken stop = default);

    /// <summary>At the start: the operator may have allowed other hosts than before, and couriers rest or begin anew by that.</summary>
    Task BeginAsync(CancellationToken stop = default);

    /// <summary>Ends a block: couriers begin anew, and what was missed is compared. False when the host is not blocked.</summary>
    Task<bool> UnblockAsync(string host, DateTimeOffset now, CancellationToken stop = default);
}

/// <summary>How hosts stand at one moment.</summary>
/// <param name="Blocked">By their names.</param>
/// <param name="Partners">Authorities of the poles that things are taken from.</param>
/// <param name="Hidden">Origins of things that are held here and not shown, since their host is blocked.</param>
/// <param name="Allowed">In closed mode, who is not.</param>
public sealed record HostList(FrozenDictionary<string, BlockedHost> Blocked, FrozenSet<string> Partners, FrozenSet<string> Hidden, AllowedHosts Allowed)
{
    public bool IsBlocked(Origin origin) => !Allowed.Has(origin) || (Blocked.Count > 0 && BlockedHost.Under(origin).Any(Blocked.ContainsKey));

    /// <summary>The same for an authority, or a relation, which begins with one.</summary>
    public bool IsBlocked(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Origin.TryParseAuthority(relation.Split('~')[0], Uri.UriSchemeHttps, out var origin) && IsBlocked(origin);
    }
}
