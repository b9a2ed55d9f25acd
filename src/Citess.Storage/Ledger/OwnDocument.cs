using System.Text.Json;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Storage.Ledger;

/// <summary>The signed document inside an activity of ours, cut out word for word: written anew, its proof would not hold.</summary>
internal static class OwnDocument
{
    /// <summary>
    /// Null when the activity does not carry the record that it is about (a Follow, an Accept), or is a letter to one
    /// relation: what one was sent is not thereby for all.
    /// </summary>
    public static SignedDocument? Of(Sharing sharing)
    {
        if (sharing.Addressee is not null)
        {
            return null;
        }

        using var activity = JsonDocument.Parse(sharing.Activity);
        if (activity.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // What is passed on of others is our word on it: the activity itself is the document.
        var record = activity.RootElement;
        if ((sharing.Verb != Verbs.Add && !record.TryGetProperty("object", out record))
            || record.ValueKind != JsonValueKind.Object
            || Text(record, sharing.Verb == Verbs.Add ? CopyRule.Added : "id") is not { } id
            || !id.EndsWith("/" + sharing.About, StringComparison.Ordinal))
        {
            return null;
        }

        return new()
        {
            Origin = "",
            Key = sharing.About,
            Revision = sharing.Revision,
            Audience = sharing.Audience,
            IsTombstone = Text(record, "type") == "Tombstone",
            Json = record.GetRawText(),
        };
    }

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
