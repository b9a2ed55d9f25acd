using Citess.Poles.Components;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Topics;

/// <summary>A concept of the own pole as its form holds it.</summary>
public sealed class OwnConceptForm : RecordForm<OwnConcept>
{
    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Others { get; set => field = value ?? new(); } = new();

    public TextForm Note { get; set => field = value ?? new(); } = new();

    public ConceptsForm Broader { get; set => field = value ?? new(); } = new();

    public override void Fill(OwnConcept content, string source)
    {
        (Name, Others, Note) = (TextForm.Of(content.Name, source), TextForm.Of(content.Others, source), TextForm.Of(content.Note, source));
        Broader = ConceptsForm.Of(content.Broader);
    }

    public override OwnConcept ToContent(OwnConcept? before, string by)
    {
        var held = before ?? new();
        return held with
        {
            Name = Name.ToText(held.Name, by),
            Others = Others.ToText(held.Others, by),
            Note = Note.ToText(held.Note, by),

            // What the own pole added is part of the thesaurus, and nothing is part of that.
            Broader = Broader.ToCodes().FirstOrDefault(Thesaurus.Built.HasCode) ?? "",
        };
    }

    public override IEnumerable<FieldDifference> Differences(OwnConcept theirs, OwnConcept yours, Text words) =>
    [
        .. Differ(words["topics.own.name"], theirs.Name, yours.Name),
        .. Differ(words["topics.own.others"], theirs.Others, yours.Others),
        .. Differ(words["topics.broader"], Label(theirs), Label(yours)),
        .. Differ(words["topics.own.note"], theirs.Note, yours.Note),
    ];

    private static string Label(OwnConcept content) => Thesaurus.Built.Find(content.Broader)?.Label ?? "";
}
