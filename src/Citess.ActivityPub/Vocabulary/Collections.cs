using System.Text.Json;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>An ordered collection; items stand in its pages.</summary>
public sealed record OrderedCollection : ApObject
{
    /// <summary>Number of items; null when the number itself is not public.</summary>
    public long? TotalItems { get; init; }
    /// <summary>Address of the first page.</summary>
    public string? First { get; init; }
}

/// <summary>One page of an ordered collection.</summary>
public sealed record OrderedCollectionPage : ApObject
{
    /// <summary>The collection it is part of.</summary>
    public string? PartOf { get; init; }
    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; init; }
    /// <summary>Addresses or whole objects.</summary>
    public IReadOnlyList<JsonElement>? OrderedItems { get; init; }
}
