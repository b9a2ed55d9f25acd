using System.Runtime.CompilerServices;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Reviews;

namespace Citess.Poles.Practices.Export;

/// <summary>One practice as a table shows it.</summary>
/// <param name="Address">For good.</param>
/// <param name="Pole">What its pole is called.</param>
/// <param name="View">What it says.</param>
/// <param name="Confirmed">How many other poles confirm it in a review.</param>
/// <param name="Tried">How many other poles try or tried it.</param>
internal sealed record PracticeRow(string Address, string Pole, RecordView<Practice> View, long Confirmed, long Tried);

/// <summary>What a reader may take along: what the reader may see, one after the other and never all at once.</summary>
internal sealed class ExportDesk(ICatalogue catalogue, RecordDesk<Practice> desk, IDocuments documents, IPoleNames names, Pole pole)
{
    /// <summary>All that a list holds, in its order.</summary>
    public async IAsyncEnumerable<PracticeRow> RowsAsync(ClaimsPrincipal who, CatalogueQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var entry in catalogue.AllAsync(query with { WithWithdrawn = false }, stop))
        {
            if (await FindAsync(who, entry) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>One practice, or nothing where there is none for this reader; <paramref name="origin"/> is empty for one of ours.</summary>
    public async IAsyncEnumerable<PracticeRow> RowAsync(ClaimsPrincipal who, string origin, string id, [EnumeratorCancellation] CancellationToken stop = default)
    {
        if (await EntryAsync(who, origin, id, stop) is { } entry && await FindAsync(who, entry) is { } row)
        {
            yield return row;
        }
    }

    /// <summary>The signed documents behind a list, those of one pole together; what was never shared has none.</summary>
    public async IAsyncEnumerable<SignedDocument> DocumentsAsync(ClaimsPrincipal who, CatalogueQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        query = query with { WithWithdrawn = false };
        var origins = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var entry in catalogue.AllAsync(query, stop))
        {
            origins.Add(entry.Origin);
        }

        foreach (var origin in origins)
        {
            await foreach (var entry in catalogue.AllAsync(query with { Origin = origin }, stop))
            {
                if (await DocumentAsync(who, entry, stop) is { } document)
                {
                    yield return document;
                }
            }
        }
    }

    /// <summary>The signed document of one practice; null when there is none for this reader.</summary>
    public async Task<SignedDocument?> DocumentAsync(ClaimsPrincipal who, string origin, string id, CancellationToken stop) =>
        await EntryAsync(who, origin, id, stop) is { } entry ? await DocumentAsync(who, entry, stop) : null;

    /// <summary>By the catalogue, which hides what is of a blocked host.</summary>
    private async Task<CatalogueEntry?> EntryAsync(ClaimsPrincipal who, string origin, string id, CancellationToken stop) =>
        RecordKey.TryRecord(PracticeKind.Kind, id, out var key) && await catalogue.FindAsync(origin, key, stop) is { IsWithdrawn: false } entry && entry.Audience >= who.Least() ? entry : null;

    private async Task<SignedDocument?> DocumentAsync(ClaimsPrincipal who, CatalogueEntry entry, CancellationToken stop) =>
        await documents.FindAsync(entry.Origin, RecordKey.Parse(entry.Key), stop) is { IsTombstone: false } document && document.Audience >= who.Least() ? document : null;

    /// <summary>By its document, ours too: a whole library of grains would wake for a table. Only what was never shared has none.</summary>
    private async Task<PracticeRow?> FindAsync(ClaimsPrincipal who, CatalogueEntry entry) =>
        (entry.IsOurs && entry is { Audience: Audience.Own, IsForList: false } ? await desk.ReadAsync(who, entry.Id) : await desk.ReadAsync(who, entry.Origin, entry.Id)) is { IsWithdrawn: false } view
            ? new(view.Address ?? pole.Address(RecordKey.Parse(entry.Key)), (await names.OfAsync(entry.Origin)).Text, view, await OthersAsync(who, entry, ReviewKind.Kind, ReviewVerdict.Confirms.Word()), await OthersAsync(who, entry, AdoptionKind.Kind, status: null)) : null;

    private async Task<long> OthersAsync(ClaimsPrincipal who, CatalogueEntry entry, string kind, string? status) =>
        await catalogue.AllAsync(new() { Kind = kind, Least = who.Least(), About = entry.Reference, Status = status }).Select(said => said.Origin).Where(origin => origin != entry.Origin).Distinct().CountAsync();
}
