using System.Text.Json;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Collaborations.Documents;

/// <summary>A pole names only documents that it has: nobody could have them otherwise.</summary>
internal sealed class DocumentRules(IBlobs blobs, BlobDesk desk, CollaborationBook book)
{
    public async Task CheckAsync(string id, string payload)
    {
        using var json = JsonDocument.Parse(payload);
        if (Payload.Text(json.RootElement, "blob") is not { } hash)
        {
            return;
        }

        // A name that is none is refused with all else that has not the form.
        if (!BlobLink.IsHash(hash) || (await book.ReadAsync(id)).State is not { } state)
        {
            return;
        }

        // Another file for a document that is there takes the place of those that it has: there are no more than before.
        var there = CollaborationDocument.Of(state).Where(each => each.Removal is null).ToList();
        if (there.Count >= CollaborationDocument.Most && !there.Exists(each => each.Thing.Id == Payload.Text(json.RootElement, PayloadForm.Of)))
        {
            throw Refuse("A collaboration has 200 documents at most. Remove one first.", "collabdoc.full");
        }

        if (await blobs.FindAsync(hash) is not { } blob || Payload.Text(json.RootElement, "mediaType") != blob.MediaType)
        {
            throw Refuse("The document is not here, or of another type. PUT it to /api/blobs first, and say its mediaType.", "collabdoc.missing");
        }

        await desk.CheckAsync([new() { Hash = hash, MediaType = blob.MediaType, Size = blob.Bytes.Length }]);
    }

    private static RefusedException Refuse(string sentence, string key) => new(Refusal.Invalid, sentence, new FieldProblem("", key));
}
