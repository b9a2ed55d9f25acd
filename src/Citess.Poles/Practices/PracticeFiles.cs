using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Practices;

/// <summary>Files come behind their record, and go when no record names them any more: one that is not here cannot be shared from here.</summary>
public sealed class PracticeFiles(BlobDesk blobs)
{
    /// <summary>The practice with those of its files that are here.</summary>
    public async Task<Practice> HereAsync(Practice practice)
    {
        ArgumentNullException.ThrowIfNull(practice);
        var missing = (await blobs.MissingAsync([.. practice.Images, .. practice.Attachments])).Select(link => link.Hash).ToHashSet(StringComparer.Ordinal);
        return practice with
        {
            Images = [.. practice.Images.Where(link => !missing.Contains(link.Hash))],
            Attachments = [.. practice.Attachments.Where(link => !missing.Contains(link.Hash))],
        };
    }
}
