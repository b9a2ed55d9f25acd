using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Practices.Collections;

/// <summary>A collection as its form holds it. What is in it comes from the pages of practices; here it is put in order.</summary>
public sealed class CollectionForm : RecordForm<PracticeCollection>
{
    public TextForm Title { get; set => field = value ?? new(); } = new();

    public TextForm Purpose { get; set => field = value ?? new(); } = new();

    public List<PlaceRow> Places { get; set => field = value ?? []; } = [];

    /// <summary>The practice from whose page a new collection is begun; null otherwise.</summary>
    internal CollectedPractice? First { get; set; }

    public override void Fill(PracticeCollection content, string source)
    {
        (Title, Purpose) = (TextForm.Of(content.Title, source), TextForm.Of(content.Purpose, source));
        Places = [.. content.Practices.Select((each, index) => new PlaceRow { Practice = each.Practice.ToString(), Place = (index + 1).ToString(CultureInfo.InvariantCulture) })];
    }

    public override PracticeCollection ToContent(PracticeCollection? before, string by)
    {
        var held = before ?? new() { Practices = First is null ? [] : [First] };
        var rows = Places.DistinctBy(row => row.Practice).ToDictionary(row => row.Practice, StringComparer.Ordinal);
        return held with
        {
            Title = Title.ToText(held.Title, by),
            Purpose = Purpose.ToText(held.Purpose, by),

            // What the form did not show, since somebody put it in meanwhile, stays at the end.
            Practices =
            [
                .. from each in held.Practices.Select((practice, index) => (Practice: practice, Row: rows.GetValueOrDefault(practice.Practice.ToString()), Place: index + 1))
                   where each.Row is not { IsGone: true }
                   let place = each.Row is null ? int.MaxValue : each.Row.Number ?? each.Place
                   orderby place, place.CompareTo(each.Place)
                   select each.Practice,
            ],
        };
    }

    public override IEnumerable<FieldDifference> Differences(PracticeCollection theirs, PracticeCollection yours, Text words) =>
    [
        .. Differ(words["collections.name"], theirs.Title, yours.Title),
        .. Differ(words["collections.purpose"], theirs.Purpose, yours.Purpose),
        .. Differ(words["collections.order"], Names(theirs), Names(yours)),
    ];

    private static string Names(PracticeCollection content) => string.Join('\n', content.Practices.Select(each => each.Name.SourceText));
}

/// <summary>The place of one practice. Of two with one number the one that was moved there takes it.</summary>
public sealed class PlaceRow
{
    /// <summary>As the catalogue names it.</summary>
    public string Practice { get; set => field = value ?? ""; } = "";

    /// <summary>As typed.</summary>
    public string? Place { get; set; }

    /// <summary>True to take it out.</summary>
    public bool IsGone { get; set; }

    /// <summary>Null when what was typed is no number: it stays where it was.</summary>
    internal int? Number => int.TryParse((Place ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
