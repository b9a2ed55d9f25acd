namespace Citess.Poles.Kernel.Catalogue;

/// <summary>Where a listed record may come from.</summary>
public enum Provenance
{
    Anywhere,
    Ours,
    Partners,
}

/// <summary>What a list asks for. <see cref="Least"/> is the narrowest audience that the reader belongs to.</summary>
public sealed record CatalogueQuery
{
    /// <summary>A search never ranks or counts beyond this many rows.</summary>
    public const int MaxCounted = 2000;

    public required string Kind { get; init; }

    /// <summary>Public for a visitor, Own for the people of this pole.</summary>
    public required Audience Least { get; init; }

    public string Text { get; init; } = "";

    public Provenance From { get; init; }

    /// <summary>Authority of one partner pole; null for any.</summary>
    public string? Origin { get; init; }

    /// <summary>What is about the record with this <see cref="CatalogueEntry.Reference"/>; null for any.</summary>
    public string? About { get; init; }

    public string? Sector { get; init; }

    public string? Territory { get; init; }

    public string? Language { get; init; }

    public string? Status { get; init; }

    /// <summary>Also what was withdrawn; lists show it only to the people of this pole.</summary>
    public bool WithWithdrawn { get; init; }

    /// <summary>Only what stands behind this one in the order of the latest change; of no account where there is text.</summary>
    public CatalogueEntry? Behind { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 20;
}

/// <summary>One page of a list; <see cref="Total"/> stops at <see cref="CatalogueQuery.MaxCounted"/>.</summary>
public sealed record CataloguePage(IReadOnlyList<CatalogueEntry> Entries, int Total)
{
    public bool IsMore => Total >= CatalogueQuery.MaxCounted;
}

/// <summary>The one place for all that can be listed, searched or mapped.</summary>
public interface ICatalogue
{
    /// <summary>Best match first when there is text, else latest change first.</summary>
    Task<CataloguePage> SearchAsync(CatalogueQuery query, CancellationToken stop = default);

    Task<CatalogueEntry?> FindAsync(string origin, RecordKey key, CancellationToken stop = default);

    /// <summary>Waits up to a second for a revision to be listed, so that people see what they just did; false when it has not come.</summary>
    Task<bool> WaitForAsync(RecordKey key, int revision, CancellationToken stop = default);

    /// <summary>Builds every row anew from own states and kept documents; returns how many there are.</summary>
    Task<int> RebuildAsync(CancellationToken stop = default);
}
