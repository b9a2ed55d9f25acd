using System.Text;

namespace Citess.ActivityPub.Fetching;

/// <summary>The names under which things are kept.</summary>
internal static class Ids
{
    /// <summary>An index of a database takes no more than some 2,700 bytes.</summary>
    private const int MaxBytes = 2048;

    public static bool Fit(string? id) => id is not null && Encoding.UTF8.GetByteCount(id) <= MaxBytes;
}
