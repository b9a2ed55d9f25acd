using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>What can be said of a practice in ten minutes.</summary>
public sealed class SnapshotForm : PracticePartForm
{
    public TextForm Title { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public TextForm Overview { get; set => field = value ?? new(); } = new();

    public List<ResultRow> Results { get; set => field = value ?? []; } = [];

    public string? Contact { get; set; }

    protected override void Read(Practice content)
    {
        (Title, Line, Overview) = (Text(content.Title), Text(content.Line), Text(content.Overview));
        (Results, Contact) = ([new() { What = Text(new()) }], content.Contact);
    }

    protected override Practice Write(Practice held, string by) => held with
    {
        Title = Title.ToText(held.Title, by),
        Line = Line.ToText(held.Line, by),
        Overview = Overview.ToText(held.Overview, by),
        Results = Write(Results, held.Results, new PracticeResult(), (row, result) => row.Write(result, by)),
        Contact = Typed(Contact),
    };
}
