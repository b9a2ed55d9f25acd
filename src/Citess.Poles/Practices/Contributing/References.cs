using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Practices.Contributing;

/// <summary>Finds the record that a page's address names, with the actor whose it is.</summary>
public sealed class References(IDocuments documents, Pole pole)
{
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
