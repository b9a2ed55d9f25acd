using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>How stored states and kept documents of every kind become rows of the catalogue.</summary>
public interface IProjections
{
    /// <summary>Null when the kind is not one that is listed, or nothing was created.</summary>
    CatalogueEntry? OfState(string kind, string stateJson, RecordKey key);

    /// <summary>Null when no kind can read the document. A tombstone lists as withdrawn.</summary>
    CatalogueEntry? OfDocument(SignedDocument document);

    /// <summary>The same for a document that was read already, as <paramref name="read"/>.</summary>
    CatalogueEntry? OfDocument(SignedDocument document, ApObject read);
}
