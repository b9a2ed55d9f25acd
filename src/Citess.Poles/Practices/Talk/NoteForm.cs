using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Practices.Contributing;

namespace Citess.Poles.Practices.Talk;

/// <summary>Words about a practice, as they are typed.</summary>
public sealed class NoteForm : ContributionForm<Note>
{
    public TextForm Said { get; set => field = value ?? new(); } = new();

    public bool IsQuestion { get; set; }

    internal RecordReference InReplyTo { get; set; } = RecordReference.None;

    public override Note ToContent(Note? before, string by) => new()
    {
        About = About,
        AboutRevision = AboutRevision,
        AboutName = AboutName,
        InReplyTo = before?.InReplyTo ?? InReplyTo,
        IsQuestion = IsQuestion,
        Text = Said.ToText(before?.Text ?? MultilingualText.Empty, by),
    };

    public override IEnumerable<FieldDifference> Differences(Note theirs, Note yours, Kernel.Texts.Text words) => FieldDifference.Of(words["talk.said"], theirs.Text, yours.Text);

    protected override void Read(Note content)
    {
        Said = Text(content.Text);
        IsQuestion = content.IsQuestion;
    }
}
