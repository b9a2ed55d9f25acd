using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>What a practice is called, and by what it is found.</summary>
public sealed class BasicsForm : PracticePartForm
{
    public TextForm Title { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public PracticeStatus Status { get; set; }

    public PracticeLevel? Level { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Territory { get; set; }

    public List<string> Sectors { get; set => field = value ?? []; } = [];

    public List<string> Sdgs { get; set => field = value ?? []; } = [];

    public List<string> Beneficiaries { get; set => field = value ?? []; } = [];

    protected override void Read(Practice content)
    {
        (Title, Line) = (Text(content.Title), Text(content.Line));
        (Status, Level, From, To, Territory) = (content.Status, content.Level, content.From, content.To, content.Territory);
        (Sectors, Sdgs, Beneficiaries) = ([.. content.Sectors], [.. content.Sdgs], [.. content.Beneficiaries]);
    }

    protected override Practice Write(Practice held, string by) => held with
    {
        Title = Title.ToText(held.Title, by),
        Line = Line.ToText(held.Line, by),
        Status = Status,
        Level = Level,
        From = Typed(From),
        To = Typed(To),
        Territory = Territory ?? "",
        Sectors = [.. Sectors],
        Sdgs = [.. Sdgs],
        Beneficiaries = [.. Beneficiaries],
    };
}
