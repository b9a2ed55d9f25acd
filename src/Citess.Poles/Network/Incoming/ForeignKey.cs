using Citess.Poles.Kernel;

namespace Citess.Poles.Network.Incoming;

/// <summary>The address of another pole's record, <c>https://host/kind/ulid</c>, as a key beside its authority.</summary>
internal static class ForeignKey
{
    public static bool TryParse(string address, out RecordKey key)
    {
        key = default;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0
            && uri.AbsolutePath.Trim('/').Split('/') is [var kind, var id]
            && RecordKey.TryRecord(kind, id, out key);
    }
}
