using Citess.Poles.Components;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Practices.Contributing;

namespace Citess.Poles.Practices.Adoptions;

/// <summary>One step more on the way of an adoption. Those before it are shown beside the form and stay.</summary>
public sealed class AdoptionForm : ContributionForm<Adoption>
{
    public List<string> Blocks { get; set => field = value ?? []; } = [];

    public AdoptionStage Stage { get; set; }

    public string? On { get; set; }

    public TextForm Told { get; set => field = value ?? new(); } = new();

    /// <summary>By the codes of determinants: how it was put in place.</summary>
    public Dictionary<string, TextForm> Met { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    /// <summary>Id of a practice of ours that came of it, or empty.</summary>
    public string? Adapted { get; set; }

    public override Adoption ToContent(Adoption? before, string by)
    {
        var held = before ?? new();
        var isStep = before is null || On is { Length: > 0 } || !Told.IsEmpty || Stage != held.Stage;
        return held with
        {
            About = About,
            AboutRevision = AboutRevision,
            AboutName = AboutName,
            Blocks = [.. Blocks],
            Steps = isStep ? held.Steps.Add(new() { Stage = Stage, On = Typed(On), Text = Told.ToText(Kernel.MultilingualText.Empty, by) }) : held.Steps,
            Met = [.. Met.Where(each => !each.Value.IsEmpty).Select(each => new ConditionMet { Determinant = each.Key, Text = each.Value.ToText(held.Met.FirstOrDefault(met => met.Determinant == each.Key)?.Text ?? Kernel.MultilingualText.Empty, by) })],
            Adapted = Typed(Adapted) is { Length: > 0 } id ? new() { Key = PracticeKind.Kind + "/" + id } : RecordReference.None,
        };
    }

    public override IEnumerable<FieldDifference> Differences(Adoption theirs, Adoption yours, Kernel.Texts.Text words) =>
    [
        .. FieldDifference.Of(words["tried.pieces"], string.Join(", ", theirs.Blocks), string.Join(", ", yours.Blocks)),
        .. FieldDifference.Of(words["tried.steps"], Said(theirs, words), Said(yours, words)),
        .. Concepts.Determinants.All.SelectMany(concept => FieldDifference.Of(concept.Label, MetOf(theirs, concept.Code), MetOf(yours, concept.Code))),
    ];

    internal TextForm MetOf(string code) => Met.GetValueOrDefault(code) ?? Text(Kernel.MultilingualText.Empty);

    protected override void Read(Adoption content)
    {
        Blocks = [.. content.Blocks];
        Stage = content.Stage;
        Told = Text(Kernel.MultilingualText.Empty);
        Met = content.Met.ToDictionary(met => met.Determinant, met => Text(met.Text), StringComparer.Ordinal);
        Adapted = content.Adapted.Id;
    }

    private static string Said(Adoption adoption, Kernel.Texts.Text words) =>
        string.Join("\n", adoption.Steps.Select(step => $"{words[AdoptionKind.Words(step.Stage)]} {step.On} {step.Text.SourceText}"));

    private static Kernel.MultilingualText MetOf(Adoption adoption, string code) => adoption.Met.FirstOrDefault(met => met.Determinant == code)?.Text ?? Kernel.MultilingualText.Empty;
}
