using System.Diagnostics.CodeAnalysis;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;

namespace Citess.Poles.Network.Incoming;

/// <summary>The address of another pole's record, <c>https://host/kind/ulid</c>, as a key beside its authority.</summary>
internal static class ForeignKey
{
    public static bool TryParse(string address, out RecordKey key) => TryParse(address, out _, out key);

    public static bool TryParse(string address, [NotNullWhen(true)] out Origin? origin, out RecordKey key)
    {
        key = default;

        // One thing has one address: of any other spelling the digest of its origin knows nothing.
        return Origin.TryParse(address, allowHttp: true, out origin) && address.StartsWith(origin.Url + "/", StringComparison.Ordinal)
            && address[(origin.Url.Length + 1)..].Split('/') is [var kind, var id]
            && RecordKey.TryRecord(kind, id, out key);
    }
}
