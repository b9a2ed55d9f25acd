using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>How lists show a record, told from what is kept of it: the catalogue is built anew from this.</summary>
public interface IProjections
{
    /// <summary>The listing of a state of ours; null when nothing of it is listed.</summary>
    CatalogueEntry? OfState(string kind, string stateJson, RecordKey key);

    /// <summary>The listing of a signed document of another pole; null when nothing of it is listed.</summary>
    CatalogueEntry? OfDocument(SignedDocument document);
}
