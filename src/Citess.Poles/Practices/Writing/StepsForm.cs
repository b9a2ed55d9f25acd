using System.Globalization;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>How it is done, step by step, and what it costs.</summary>
public sealed class StepsForm : PracticePartForm
{
    public List<PhaseRow> Phases { get; set => field = value ?? []; } = [];

    /// <summary>As typed.</summary>
    public string? Cost { get; set; }

    public string? Currency { get; set; }

    public TextForm CostNote { get; set => field = value ?? new(); } = new();

    /// <summary>Per cent as typed, by the words of the sources.</summary>
    public Dictionary<string, string?> Funding { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    protected override void Read(Practice content)
    {
        Phases = Fill(content.Phases, phase => new PhaseRow { Name = Text(phase.Name), Actors = Text(phase.Actors), Resources = Text(phase.Resources), Actions = Text(phase.Actions) });
        (Cost, Currency, CostNote) = (content.Cost?.ToString(CultureInfo.InvariantCulture), content.Currency, Text(content.CostNote));
        Funding = content.Funding.ToDictionary(share => share.Source.Word(), share => (string?)share.Percent.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    protected override Practice Write(Practice held, string by) => held with
    {
        Phases = Write(Phases, held.Phases, new PracticePhase(), (row, phase) => row.Write(phase, by)),

        // What is no number, or none that is meant, is refused by the rule and stays in the form.
        Cost = Typed(Cost).Length == 0 ? null : Number(Cost),
        Currency = Typed(Currency).ToUpperInvariant(),
        CostNote = CostNote.ToText(held.CostNote, by),
        Funding = [.. Enum.GetValues<FundingSource>().Where(source => Typed(Funding.GetValueOrDefault(source.Word())).Length > 0).Select(source => new FundingShare { Source = source, Percent = (int)Math.Clamp(Number(Funding[source.Word()]), -1, 101) })],
    };

    private static long Number(string? typed) =>
        long.TryParse(Typed(typed).Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>One step.</summary>
public sealed class PhaseRow : RowForm
{
    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Actors { get; set => field = value ?? new(); } = new();

    public TextForm Resources { get; set => field = value ?? new(); } = new();

    public TextForm Actions { get; set => field = value ?? new(); } = new();

    public override bool IsEmpty => Name.IsEmpty && Actors.IsEmpty && Resources.IsEmpty && Actions.IsEmpty;

    internal PracticePhase Write(PracticePhase held, string by) => new()
    {
        Name = Name.ToText(held.Name, by),
        Actors = Actors.ToText(held.Actors, by),
        Resources = Resources.ToText(held.Resources, by),
        Actions = Actions.ToText(held.Actions, by),
    };
}
