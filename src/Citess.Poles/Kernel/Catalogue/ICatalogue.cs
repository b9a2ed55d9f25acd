using System.Collections.Immutable;

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
    /// <summary>A list without words counts no further.</summary>
    public const int MaxCounted = 2000;

    /// <summary>With words, only so many are ranked and counted: the latest that came.</summary>
    public const int MaxRanked = 500;

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

    /// <summary>Further facets, each with the value that an entry must have.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }

    /// <summary>Only what all of this is said about, as far as the reader may see it.</summary>
    public ImmutableArray<SaidOf> Said { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Only what came, or changed, after this.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only what is not over then; what has no end never is.</summary>
    public DateTimeOffset? OpenAt { get; init; }

    /// <summary>Only what is over then.</summary>
    public DateTimeOffset? OverBy { get; init; }

    /// <summary>Also what was withdrawn; lists show it only to the people of this pole.</summary>
    public bool WithWithdrawn { get; init; }

    /// <summary>Only what stands behind this one in the order of the latest change; of no account where there is text.</summary>
    public CatalogueEntry? Behind { get; init; }

    /// <summary>Every facet that is asked for, wherever it stands above.</summary>
    public IEnumerable<FacetValue> AllTags
    {
        get
        {
            // The one that fewest have comes first, as far as can be told: search begins with it.
            KeyValuePair<string, string?>[] all = [new(Facets.About, About), new(Facets.Territory, Territory), new(Facets.Sector, Sector), .. Tags!, new(Facets.Language, Language), new(Facets.Status, Status)];
            return all.Where(each => each.Value is not null).Select(each => new FacetValue(each.Key, each.Value!));
        }
    }

    /// <summary>How many rows are counted at most.</summary>
    public int Most => string.IsNullOrWhiteSpace(Text) ? MaxCounted : MaxRanked;

    public int Skip { get; init; }

    public int Take { get; init; } = 20;
}

/// <summary>One page of a list; <see cref="Total"/> stops at <see cref="CatalogueQuery.Most"/>.</summary>
public sealed record CataloguePage(IReadOnlyList<CatalogueEntry> Entries, int Total)
{
    /// <summary>True when nothing has all the words that were asked for, and these have some of them.</summary>
    public bool IsLoose { get; init; }

    /// <summary>True when there may be more than were counted.</summary>
    public bool IsMore { get; init; }
}

/// <summary>The one place for all that can be listed, searched or mapped.</summary>
public interface ICatalogue
{
    /// <summary>Best match first when there is text, else latest change first.</summary>
    Task<CataloguePage> SearchAsync(CatalogueQuery query, CancellationToken stop = default);

    /// <summary>Up to <paramref name="most"/> others of its kind with which an entry shares most of these facets; of each value only the latest are looked at.</summary>
    Task<IReadOnlyList<CatalogueEntry>> SimilarAsync(CatalogueEntry entry, IReadOnlyCollection<string> facets, Audience least, int most, CancellationToken stop = default);

    Task<CatalogueEntry?> FindAsync(string origin, RecordKey key, CancellationToken stop = default);

    /// <summary>Waits up to a second for a revision to be listed, so that people see what they just did; false when it has not come.</summary>
    Task<bool> WaitForAsync(RecordKey key, int revision, CancellationToken stop = default);

    /// <summary>Builds every row anew from own states and kept documents; returns how many there are.</summary>
    Task<int> RebuildAsync(CancellationToken stop = default);
}
