using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Kernel.Catalogue;

/// <summary>
/// All that a list, a search, a map or a card needs to know of one record, ours or of another pole. Derived from the
/// record and its signed document, so it can be built anew at any time.
/// </summary>
public sealed record CatalogueEntry
{
    /// <summary>Authority of the pole that it comes from; empty when it is ours, so that a row survives a move.</summary>
    public string Origin { get; init; } = "";

    public required string Key { get; init; }

    public required int Revision { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>True when it is shared with a list of partner poles; who they are stands with the record.</summary>
    public bool IsForList { get; init; }

    public bool IsWithdrawn { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; init; }

    public MultilingualText Name { get; init; } = MultilingualText.Empty;

    public MultilingualText Summary { get; init; } = MultilingualText.Empty;

    /// <summary>Further text that search should find, plain, in any language; not shown, and empty in what a list gives.</summary>
    public string Text { get; init; } = "";

    public ImmutableArray<string> Languages { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<string> Sectors { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The record that it is about, or was made from: its <see cref="Reference"/>; or empty.</summary>
    public string About { get; init; } = "";

    /// <summary>ISO 3166-2 code, or empty.</summary>
    public string Territory { get; init; } = "";

    /// <summary>The feature's own word for the state of the thing, for example <c>running</c>; or empty.</summary>
    public string Status { get; init; } = "";

    /// <summary>What else lists are narrowed by, the values by the name of the facet: <c>sdg</c> has numbers of goals.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Tags { get => field ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty; init; }

    /// <summary>When it came here, or its latest change did; of a record of ours, when lists first showed it so.</summary>
    [JsonIgnore]
    public DateTimeOffset Came { get; init; }

    /// <summary>From when on it is over; null for what has no end. Whether it is over now is for the reader's clock to say.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>A few further words of the feature that its cards show, by name.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }

    /// <summary>Images and documents that the record names.</summary>
    public ImmutableArray<BlobLink> Blobs { get => field.IsDefault ? [] : field; init; } = [];

    public string Kind => RecordKey.Parse(Key).Kind;

    public string Id => RecordKey.Parse(Key).Id;

    /// <summary>How other entries name this one, in <see cref="About"/>.</summary>
    public string Reference => IsOurs ? Key : $"{Origin}/{Key}";

    /// <summary>All that lists are narrowed by, wherever it stands above.</summary>
    [JsonIgnore]
    public IEnumerable<FacetValue> AllTags =>
    [
        .. Sectors.Select(sector => new FacetValue(Facets.Sector, sector)),
        .. Languages.Select(language => new FacetValue(Facets.Language, language)),
        .. Territory.Length == 0 ? [] : new[] { new FacetValue(Facets.Territory, Territory) },
        .. About.Length == 0 ? [] : new[] { new FacetValue(Facets.About, About) },
        .. Status.Length == 0 ? [] : new[] { new FacetValue(Facets.Status, Status) },
        .. Tags.SelectMany(facet => facet.Value.Select(value => new FacetValue(facet.Key, value))),
    ];

    public bool IsOurs => Origin.Length == 0;

    /// <summary>True when it ended before a time.</summary>
    public bool IsOver(DateTimeOffset now) => Ends <= now;

    /// <summary>Address of its page here, relative to the base of the pages.</summary>
    public string PagePath => IsOurs ? Key : $"from/{Origin}/{Key}";
}
