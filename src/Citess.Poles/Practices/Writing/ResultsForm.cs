using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>What changed.</summary>
public sealed class ResultsForm : PracticePartForm
{
    public List<ResultRow> Results { get; set => field = value ?? []; } = [];

    protected override void Read(Practice content) => Results = Fill(content.Results, result => new ResultRow
    {
        What = Text(result.What),
        Figure = result.Figure,
        Source = result.Source,
        Date = result.Date,
        ExpectedBy = result.ExpectedBy,
    });

    protected override Practice Write(Practice held, string by) => held with { Results = Write(Results, held.Results, new PracticeResult(), (row, result) => row.Write(result, by)) };
}

/// <summary>One result.</summary>
public sealed class ResultRow : RowForm
{
    public TextForm What { get; set => field = value ?? new(); } = new();

    public string? Figure { get; set; }

    /// <summary>Where the figure comes from.</summary>
    public string? Source { get; set; }

    public string? Date { get; set; }

    public string? ExpectedBy { get; set; }

    public override bool IsEmpty => What.IsEmpty && new[] { Figure, Source, Date, ExpectedBy }.All(string.IsNullOrWhiteSpace);

    internal PracticeResult Write(PracticeResult held, string by) => new()
    {
        What = What.ToText(held.What, by),
        Figure = (Figure ?? "").Trim(),
        Source = (Source ?? "").Trim(),
        Date = (Date ?? "").Trim(),
        ExpectedBy = (ExpectedBy ?? "").Trim(),
    };
}
