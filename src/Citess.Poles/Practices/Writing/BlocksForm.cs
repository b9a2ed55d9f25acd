using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>What can be taken over alone.</summary>
public sealed class BlocksForm : PracticePartForm
{
    public List<BlockRow> Blocks { get; set => field = value ?? []; } = [];

    protected override void Read(Practice content) => Blocks = Fill(content.Blocks, block => new BlockRow { Id = block.Id, Name = Text(block.Name), Text = Text(block.Text) });

    protected override Practice Write(Practice held, string by) => held with { Blocks = Write(Blocks, held.Blocks, new PracticeBlock(), (row, block) => row.Write(block, by)) };
}

/// <summary>One piece.</summary>
public sealed class BlockRow : RowForm
{
    /// <summary>Made when the empty row was shown, and the same for good.</summary>
    public string Id { get; set => field = value ?? ""; } = "";

    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Text { get; set => field = value ?? new(); } = new();

    public override bool IsEmpty => Name.IsEmpty && Text.IsEmpty;

    internal PracticeBlock Write(PracticeBlock held, string by) => new() { Id = Id, Name = Name.ToText(held.Name, by), Text = Text.ToText(held.Text, by) };
}
