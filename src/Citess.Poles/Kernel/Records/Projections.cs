using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

internal sealed class Projections(IEnumerable<IRecordKind> kinds) : IProjections
{
    private readonly Dictionary<string, IRecordKind> kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public CatalogueEntry? OfState(string kind, string stateJson, RecordKey key) => kinds.GetValueOrDefault(kind)?.OfState(stateJson, key);

    public CatalogueEntry? OfDocument(SignedDocument document, ApObject read)
    {
        if (!RecordKey.TryParse(document.Key, out var key) || kinds.GetValueOrDefault(key.Kind) is not { } kind)
        {
            return null;
        }

        var blank = new CatalogueEntry
        {
            Origin = document.Origin,
            Key = document.Key,
            Revision = document.Revision,
            Audience = document.Audience,
            IsWithdrawn = document.IsTombstone,
            Created = read.Published ?? read.Updated ?? default,
            Updated = read.Deleted ?? read.Updated ?? read.Published ?? default,
        };
        return document.IsTombstone ? blank : kind.OfDocument(read, blank with { Blobs = BlobTerms.In(read) });
    }
}
