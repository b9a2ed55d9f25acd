using Citess.Poles.Components;
using Citess.Poles.Practices.Contributing;

namespace Citess.Poles.Practices.Translations;

/// <summary>Texts of another pole's practice in one more language: what is not there yet is proposed.</summary>
public sealed class TranslationForm : ContributionForm<Translation>
{
    public TranslatedTexts Words { get; set => field = value ?? new(); } = new();

    internal Practice? Practice { get; set; }

    public override Translation ToContent(Translation? before, string by) => new()
    {
        About = About,
        AboutRevision = AboutRevision,
        AboutName = AboutName,
        Language = Words.Language,
        How = Words.How,
        Fields = [.. Words.Changes(Practice!).Where(change => change.Text.Length > 0).Select(change => new TranslatedField { Path = change.Field.Path, OfHash = change.OfHash, Text = change.Text })],
    };

    public override IEnumerable<FieldDifference> Differences(Translation theirs, Translation yours, Kernel.Texts.Text words) =>
        theirs.Fields.Select(each => each.Path).Union(yours.Fields.Select(each => each.Path)).SelectMany(path => FieldDifference.Of(Label(path, words), TextAt(theirs, path), TextAt(yours, path)));

    protected override void Read(Translation content) => Words = new()
    {
        Language = content.Language,
        How = content.How,
    };

    /// <summary>What the practice says in the language, with what was proposed over it.</summary>
    internal void Fill(Practice practice, string language, Translation? proposed)
    {
        Words.Fill(practice, language);
        var fields = TranslatedTexts.In(practice).ToList();
        foreach (var each in proposed?.Fields ?? [])
        {
            if (each.PlaceIn(fields) is { } place)
            {
                Words.Texts[TranslatedTexts.Name(place)] = each.Text;
            }
        }
    }

    private string Label(string path, Kernel.Texts.Text words) => PracticeTexts.Of(Practice!).FirstOrDefault(field => field.Path == path)?.Label(words) ?? path;

    private static string TextAt(Translation translation, string path) => translation.Fields.FirstOrDefault(each => each.Path == path)?.Text ?? "";
}
