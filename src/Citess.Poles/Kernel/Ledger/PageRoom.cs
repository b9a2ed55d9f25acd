using System.Text;

namespace Citess.Poles.Kernel.Ledger;

/// <summary>
/// How many documents go into one answer. Counted are bytes as they go over the wire: whoever asks reads a megabyte at most,
/// and would never come past a page that is longer.
/// </summary>
public sealed class PageRoom
{
    public const int MaxItems = 100;
    public const int MaxBytes = 512 * 1024;

    private int count;
    private long bytes;

    /// <summary>True as long as the next document still goes in. The first always does: it fitted into an inbox.</summary>
    public bool Takes(string document)
    {
        bytes += Encoding.UTF8.GetByteCount(document);
        return count++ == 0 || (count <= MaxItems && bytes <= MaxBytes);
    }

    /// <summary>As many as go in, from the first.</summary>
    public static List<SignedDocument> Fill(IEnumerable<SignedDocument> documents)
    {
        var room = new PageRoom();
        return [.. documents.TakeWhile(document => room.Takes(document.Json))];
    }
}
