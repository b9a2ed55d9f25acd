using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Repair;

/// <summary>One page of a changes feed, read and not yet believed.</summary>
/// <param name="Items">The documents, each with its text as it came.</param>
/// <param name="Next">Where to go on; null on the last page, and when it leads to another origin.</param>
/// <param name="Cursor">From where to ask next time; null when the page says none.</param>
public sealed record ChangesPage(IReadOnlyList<JsonElement> Items, string? Next, Cursor? Cursor)
{
    /// <summary>Reads a page that was fetched at <paramref name="address"/>; null when it is none.</summary>
    public static ChangesPage? TryRead(JsonElement root, string address) =>
        Ap.Read<OrderedCollectionPage>(root) is { Type: "OrderedCollectionPage" } page
            ? new(
                page.OrderedItems ?? [],
                page.Next is { } next && Origin.Same(next, address) && next != address ? next : null,
                page.Other is { } other && other.TryGetValue("cursor", out var text) && text.ValueKind == JsonValueKind.String && Repair.Cursor.TryParse(text.GetString(), out var cursor) ? cursor : null)
            : null;
}
