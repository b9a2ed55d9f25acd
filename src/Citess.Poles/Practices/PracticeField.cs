using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Practices;

/// <summary>One text of a practice, with where it stands.</summary>
/// <param name="Path">Names the place, on the wire too: <c>title</c>, <c>phases[0].name</c>, <c>blocks[statutes].details</c>.</param>
/// <param name="Text">What is written there.</param>
/// <param name="MaxLength">In characters, in each language.</param>
/// <param name="Words">Key of its name.</param>
/// <param name="Row">Key of the name of the row that it belongs to; null for a text that there is once.</param>
/// <param name="Number">Which row, from 1.</param>
public sealed record PracticeField(string Path, MultilingualText Text, int MaxLength, string Words, string? Row = null, int Number = 0)
{
    /// <summary>More than one line.</summary>
    public bool IsLong => MaxLength > Practice.MaxLine;

    public string Label(Text words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Row is null ? words[Words] : $"{words[Row, Number]} · {words[Words]}";
    }
}
