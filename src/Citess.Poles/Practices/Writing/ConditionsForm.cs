using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>What must be in place.</summary>
public sealed class ConditionsForm : PracticePartForm
{
    public List<ConditionRow> Conditions { get; set => field = value ?? []; } = [];

    protected override void Read(Practice content) => Conditions = Fill(content.Conditions, condition => new ConditionRow { Determinant = condition.Determinant, IsRequired = condition.IsRequired, Text = Text(condition.Text) });

    protected override Practice Write(Practice held, string by) => held with { Conditions = Write(Conditions, held.Conditions, new PracticeCondition(), (row, condition) => row.Write(condition, by)) };
}

/// <summary>One condition.</summary>
public sealed class ConditionRow : RowForm
{
    public string? Determinant { get; set; }

    public bool IsRequired { get; set; }

    public TextForm Text { get; set => field = value ?? new(); } = new();

    public override bool IsEmpty => string.IsNullOrEmpty(Determinant) && Text.IsEmpty;

    internal PracticeCondition Write(PracticeCondition held, string by) => new() { Determinant = Determinant ?? "", IsRequired = IsRequired, Text = Text.ToText(held.Text, by) };
}
