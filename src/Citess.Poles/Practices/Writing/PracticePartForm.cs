using System.Collections.Immutable;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Practices.Writing;

/// <summary>One part of a practice as its form holds it; what belongs to other parts stays as it is kept.</summary>
public abstract class PracticePartForm : RecordForm<Practice>
{
    /// <summary>Language of what is not written yet: that of the practice.</summary>
    public string Source { get; set => field = value ?? ""; } = "";

    public sealed override void Fill(Practice content, string source)
    {
        Source = content.Title.Source.Length > 0 ? content.Title.Source : source;
        Read(content);
    }

    public sealed override Practice ToContent(Practice? before, string by) => Write(before ?? new() { Status = PracticeStatus.Running }, by);

    public sealed override IEnumerable<FieldDifference> Differences(Practice theirs, Practice yours, Text words) => PracticeDifferences.Of(theirs, yours, words);

    protected abstract void Read(Practice content);

    protected abstract Practice Write(Practice held, string by);

    protected static List<TRow> Fill<TRow, T>(IEnumerable<T> held, Func<T, TRow> fill)
        where TRow : RowForm =>
        [.. held.Select((each, index) =>
        {
            var row = fill(each);
            row.Was = index;
            return row;
        })];

    /// <summary>Empty rows go, here and in the form, so that a problem names the row that is seen.</summary>
    protected static ImmutableArray<T> Write<TRow, T>(List<TRow> rows, ImmutableArray<T> held, T blank, Func<TRow, T, T> write)
        where TRow : RowForm
    {
        rows.RemoveAll(row => row.IsEmpty);
        return [.. rows.Select(row => write(row, row.Was is >= 0 and var was && was < held.Length ? held[was] : blank))];
    }

    protected TextForm Text(Kernel.MultilingualText text) => TextForm.Of(text, Source);

    protected static string Typed(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>One of several alike in a form.</summary>
public abstract class RowForm
{
    /// <summary>Which one it was when the form was shown; null for a new one.</summary>
    public int? Was { get; set; }

    public abstract bool IsEmpty { get; }
}
