using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Practices.Contributing;

/// <summary>Finds the record that a page's address names, with the actor whose it is.</summary>
public sealed class References(IDocuments documents, Pole pole)
{
    /// <summary>Takes apart what the catalogue calls a record; <paramref name="authority"/> is null for one of ours.</summary>
    public static bool TrySplit(string? reference, out string? authority, out RecordKey key)
    {
        var parts = (reference ?? "").Split('/');
        authority = parts is [{ Length: > 0 } host, _, _] ? host : null;
        key = default;
        return parts.Length == (authority is null ? 2 : 3) && RecordKey.TryRecord(parts[^2], parts[^1], out key);
    }

    /// <summary><see cref="RecordReference.None"/> when there is no such record here; <paramref name="authority"/> is null for one of ours.</summary>
    public async Task<RecordReference> FindAsync(string kind, string? authority, string id)
    {
        if (!RecordKey.TryRecord(kind, id, out var key))
        {
            return RecordReference.None;
        }

        return authority is null ? new() { Key = key.ToString() }
            : await documents.FindAsync(authority, key) is { IsTombstone: false } document ? RecordReference.Of(new Uri(document.Owner).GetLeftPart(UriPartial.Authority) + "/" + key, document.Owner, pole)
            : RecordReference.None;
    }
}
