using System.Collections.Frozen;
using Citess.ActivityPub.Fetching;

namespace Citess.Poles.Network.Blocks;

/// <summary>Closed mode, as the operator has set it: with these hosts and their subdomains alone a pole has to do; all others stand as if they were blocked.</summary>
/// <param name="Names">In the one normal form of <see cref="Origin"/>. Empty: every host is welcome that is not blocked.</param>
public sealed record AllowedHosts(FrozenSet<string> Names)
{
    public static AllowedHosts All { get; } = new(FrozenSet<string>.Empty);

    /// <summary>Null when one of them is no host. With any at all, the pole's own host is one of them.</summary>
    public static AllowedHosts? TryRead(IEnumerable<string> typed, Origin own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var hosts = typed.Select(TypedHost.Read).ToList();
        return hosts.Count == 0 ? All
            : hosts.Contains(null) ? null
            : new(hosts.Append(own).Select(host => host!.Authority).ToFrozenSet(StringComparer.Ordinal));
    }

    public bool Has(Origin host) => Names.Count == 0 || BlockedHost.Under(host).Any(Names.Contains);
}
