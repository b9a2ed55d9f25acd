using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>What can go wrong.</summary>
public sealed class RisksForm : PracticePartForm
{
    public List<RiskRow> Risks { get; set => field = value ?? []; } = [];

    protected override void Read(Practice content) => Risks = Fill(content.Risks, risk => new RiskRow { Name = Text(risk.Name), Coping = Text(risk.Coping) });

    protected override Practice Write(Practice held, string by) => held with { Risks = Write(Risks, held.Risks, new PracticeRisk(), (row, risk) => row.Write(risk, by)) };
}

/// <summary>One risk.</summary>
public sealed class RiskRow : RowForm
{
    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Coping { get; set => field = value ?? new(); } = new();

    public override bool IsEmpty => Name.IsEmpty && Coping.IsEmpty;

    internal PracticeRisk Write(PracticeRisk held, string by) => new() { Name = Name.ToText(held.Name, by), Coping = Coping.ToText(held.Coping, by) };
}
