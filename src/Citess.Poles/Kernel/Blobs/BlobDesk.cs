using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Citess.Poles.Kernel.Access;

namespace Citess.Poles.Kernel.Blobs;

/// <summary>Where people's images and documents come in, and where a record that names some is made sure to have them.</summary>
public sealed class BlobDesk(IBlobs blobs, TimeProvider clock)
{
    /// <summary>Long enough to write the record that it belongs to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task<BlobLink> BringAsync(ClaimsPrincipal who, string hash, string mediaType, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        var link = new BlobLink { Hash = hash, MediaType = mediaType, Size = bytes.Length };
        if (!link.IsFit || !BlobLink.IsOfType(mediaType, bytes))
        {
            throw Refuse($"Send image/jpeg, image/png, image/webp or application/pdf with that Content-Type, at most {BlobLink.MaxBytes.ToString(CultureInfo.InvariantCulture)} bytes.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != hash)
        {
            throw Refuse("The address must end with the SHA-256 of the bytes, in lower-case hexadecimal.");
        }

        if (PictureNotes.Are(mediaType, bytes.Span))
        {
            throw Refuse("The picture carries notes of a camera or a program: Exif, XMP, IPTC or text. POST it to /api/blobs, which takes them out.");
        }

        return await blobs.BringAsync(new(hash, mediaType, bytes), clock.GetUtcNow() + Patience, stop)
            ? link
            : throw new RefusedException(Refusal.Conflict, "Too much was brought that no record names yet. Save the records first, or come back tomorrow.");
    }

    /// <summary>A picture as a camera or a phone made it, made fit to travel.</summary>
    public Task<BlobLink> BringPictureAsync(ClaimsPrincipal who, ReadOnlyMemory<byte> brought, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        return Photograph.Develop(brought) is (var mediaType, var bytes)
            ? BringAsync(who, Convert.ToHexStringLower(SHA256.HashData(bytes)), mediaType, bytes, stop)
            : throw new RefusedException(Refusal.Invalid, "This is no picture that can be read: send JPEG, PNG or WebP.", new FieldProblem("Picture", "kernel.check.picture"));
    }

    public Task<BlobLink> BringDocumentAsync(ClaimsPrincipal who, ReadOnlyMemory<byte> bytes, CancellationToken stop) => bytes.Length <= BlobLink.MaxBytes && BlobLink.IsOfType("application/pdf", bytes)
        ? BringAsync(who, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), "application/pdf", bytes, stop)
        : throw new RefusedException(Refusal.Invalid, "This is no PDF, or too large.", new FieldProblem("Document", "kernel.check.document"));

    /// <summary>A record names only what is here: nobody could have it otherwise.</summary>
    public async Task CheckAsync(IReadOnlyCollection<BlobLink> links)
    {
        if ((await MissingAsync(links)).Count > 0)
        {
            throw Refuse("An image or document is not here, or is of another type or size than the record says. PUT it to /api/blobs first.");
        }
    }

    /// <summary>Those that are not here; the others stay until a record names them.</summary>
    public async Task<IReadOnlyList<BlobLink>> MissingAsync(IReadOnlyCollection<BlobLink> links) => links.Count == 0 ? [] : await blobs.HoldAsync(links, clock.GetUtcNow() + Patience);

    private static RefusedException Refuse(string sentence) => new(Refusal.Invalid, sentence, new FieldProblem("Images", "kernel.check.choice"));
}
