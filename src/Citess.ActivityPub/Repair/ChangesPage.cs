using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;

namespace Citess.ActivityPub.Repair;

/// <summary>One page of a changes feed, read and not yet believed.</summary>
/// <param name="Items">The documents, each with its text as it came.</param>
/// <param name="Next">Where to go on; null on the last page, and when it leads to another origin.</param>
/// <param name="Cursor">From where to ask next time; null when the page says none.</param>
public sealed record ChangesPage(IReadOnlyList<JsonElement> Items, string? Next, Cursor? Cursor)
{
    /// <summary>Reads a page that was fetched at <paramref name="address"/>; null when it is none.</summary>
    public static ChangesPage? TryRead(JsonElement root, string address) =>
        One.Text(root, "type") == "OrderedCollectionPage" && ItemsOf(root) is { } items
            ? new(
                items,
                One.Text(root, "next") is { } next && Origin.Same(next, address) && next != address ? next : null,
                Repair.Cursor.TryParse(One.Text(root, "cursor"), out var cursor) ? cursor : null)
            : null;

    // As they stand in the page, and not copied out of it: they are most of it.
    private static JsonElement[]? ItemsOf(JsonElement root) =>
        !root.TryGetProperty("orderedItems", out var list) ? [] : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;
}
