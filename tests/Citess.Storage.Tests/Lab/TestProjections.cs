using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Storage.Tests.Lab;

/// <summary>Lists a state or document by the entry that the test has put into it.</summary>
internal sealed class TestProjections : IProjections
{
    public CatalogueEntry? OfState(string kind, string stateJson, RecordKey key) =>
        StateJson.Read<PracticeState>(stateJson).Listing;

    public CatalogueEntry? OfDocument(SignedDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return Ap.Read<ApObject>(json.RootElement) is { } read ? OfDocument(document, read) : null;
    }

    public CatalogueEntry? OfDocument(SignedDocument document, ApObject read) => read.Name is { } name
        ? Sample.Entry(document.Key, document.Revision, name, document.Audience) with { Origin = document.Origin, IsWithdrawn = document.IsTombstone }
        : null;
}
