using Citess.ActivityPub.Fetching;

namespace Citess.Poles.Network.Blocks;

/// <summary>A host, or one port of it, that nothing is taken from, asked of or sent to; its subdomains with it.</summary>
/// <param name="Host">In the one normal form of <see cref="Origin"/>.</param>
/// <param name="Reason">In people's words; may be empty.</param>
/// <param name="By">The account or program that blocked it.</param>
/// <param name="Since">When.</param>
public sealed record BlockedHost(string Host, string Reason, string By, DateTimeOffset Since)
{
    /// <summary>The names under which a block of this host is found: itself, and each domain that it is under, with its port and without.</summary>
    public static IEnumerable<string> Under(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var port = origin.Authority[origin.Host.Length..];
        for (var name = origin.Host; ; name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return name;
            if (port.Length > 0)
            {
                yield return name + port;
            }

            if (!name.Contains('.', StringComparison.Ordinal) || name[0] == '[')
            {
                yield break;
            }
        }
    }
}
