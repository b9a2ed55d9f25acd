using Citess.Poles.Components;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Practices;

/// <summary>A practice as its form holds it.</summary>
public sealed class PracticeForm : RecordForm<Practice>
{
    public TextForm Title { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public TextForm Body { get; set => field = value ?? new(); } = new();

    public List<string> Sectors { get; set => field = value ?? []; } = [];

    public string? Territory { get; set; }

    public PracticeStatus Status { get; set; }

    public string? Licence { get; set; }

    public override void Fill(Practice content, string source)
    {
        (Title, Line, Body) = (TextForm.Of(content.Title, source), TextForm.Of(content.Line, source), TextForm.Of(content.Body, source));
        (Sectors, Territory, Status, Licence) = ([.. content.Sectors], content.Territory, content.Status, content.Licence);
    }

    public override Practice ToContent(Practice? before, string by) => new()
    {
        Title = Title.ToText((before ?? new()).Title, by),
        Line = Line.ToText((before ?? new()).Line, by),
        Body = Body.ToText((before ?? new()).Body, by),
        Sectors = [.. Sectors.Order(StringComparer.Ordinal)],
        Territory = Territory ?? "",
        Status = Status,
        Licence = string.IsNullOrWhiteSpace(Licence) ? Practice.DefaultLicence : Licence.Trim(),
        Images = before?.Images ?? [],
        Attachments = before?.Attachments ?? [],
    };

    public override IEnumerable<FieldDifference> Differences(Practice theirs, Practice yours, Text words) =>
    [
        .. Differ(words["practices.title"], theirs.Title, yours.Title),
        .. Differ(words["practices.line"], theirs.Line, yours.Line),
        .. Differ(words["practices.body"], theirs.Body, yours.Body),
        .. Differ(words["kernel.sector"], Names(theirs), Names(yours)),
        .. Differ(words["kernel.territory"], theirs.Territory, yours.Territory),
        .. Differ(words["kernel.status"], words[StatusKey(theirs.Status)], words[StatusKey(yours.Status)]),
        .. Differ(words["practices.licence"], theirs.Licence, yours.Licence),
    ];

    public static string StatusKey(PracticeStatus status) => "practices.status." + status.Word();

    private static string Names(Practice practice) => string.Join(", ", practice.Sectors.Select(code => Kernel.Vocabularies.Sectors.Find(code)?.Label ?? code));
}
