using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Kernel.Blobs;

/// <summary>Images and documents inside an AS2 document, <c>image</c> and <c>attachment</c>, so that any reader finds them by <c>url</c>.</summary>
public static class BlobTerms
{
    public const string Image = "image";
    public const string Attachment = "attachment";

    /// <summary>More than these of one record are not looked at.</summary>
    public const int MaxEach = 10;

    /// <summary>Where a pole serves a blob, its own and those that it holds for others.</summary>
    public const string Path = "/blob/";

    /// <summary>Null when there are none.</summary>
    public static JsonElement? Write(IReadOnlyCollection<BlobLink> links, string origin) => links.Count == 0 ? null
        : JsonSerializer.SerializeToElement(links.Select(link => Ap.Write(new ApObject
        {
            Type = link.MediaType.StartsWith("image/", StringComparison.Ordinal) ? "Image" : "Document",
            Url = origin + Path + link.Hash,
            Name = link.Name.IsEmpty ? null : link.Name.SourceText,
            NameMap = link.Name.ToMap(),
            Other = Terms.Of(
                ("mediaType", link.MediaType),
                ("digestMultibase", DigestMultibase.Encode(Convert.FromHexString(link.Hash))),
                ("size", link.Size)),
        })));

    /// <summary>Those that can be fetched and verified; what other software attaches without a hash is not among them.</summary>
    public static ImmutableArray<BlobLink> In(ApObject document, string term)
    {
        if (document?.Other is not { } other || !other.TryGetValue(term, out var value))
        {
            return [];
        }

        return [.. (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1)).Select(item => Read(document, item)).OfType<BlobLink>().Take(MaxEach)];
    }

    public static ImmutableArray<BlobLink> In(ApObject document) => [.. In(document, Image).Concat(In(document, Attachment)).DistinctBy(link => link.Hash)];

    private static BlobLink? Read(ApObject document, JsonElement item)
    {
        if (Ap.Read<ApObject>(item) is not { } blob || DigestMultibase.Decode(Terms.Word(blob, "digestMultibase")) is not { } hash)
        {
            return null;
        }

        var name = Terms.Text(document, blob.Name, blob.NameMap);
        var link = new BlobLink
        {
            Hash = Convert.ToHexStringLower(hash),
            MediaType = Terms.Word(blob, "mediaType"),
            Size = Terms.Number(blob, "size") ?? 0,

            // A caption out of measure is worth less than the record that it would spoil.
            Name = name.IsEmpty || Check.Text("", name, BlobLink.MaxName, isNeeded: false).Any() ? MultilingualText.Empty : name,
        };

        // Elsewhere than at its own pole it would be fetched from whoever the document says.
        return link.IsFit && Origin.Same(blob.Url, document.Id) && blob.Url!.EndsWith(Path + link.Hash, StringComparison.Ordinal) ? link : null;
    }
}
