using Citess.Poles.Kernel;

namespace Citess.Poles.Practices.Translations;

/// <summary>
/// The texts of a practice in one language as a form sends them: each beside the hash of the source that its writer saw, and a
/// mark for one that still holds though its source was changed.
/// </summary>
public sealed class TranslatedTexts
{
    public string Language { get; set => field = value ?? ""; } = "";

    public Making How { get; set; }

    public Dictionary<string, string?> Texts { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    public Dictionary<string, string?> Hashes { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    public Dictionary<string, bool> Holds { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    /// <summary>A path as the name of a field in a form, where brackets and dots mean something.</summary>
    public static string Name(PracticeField field) => (field ?? throw new ArgumentNullException(nameof(field))).Path.Replace('[', '-').Replace(']', '-').Replace('.', '_');

    /// <summary>What can be translated: what is written in the source language.</summary>
    public static IEnumerable<PracticeField> In(Practice practice) => PracticeTexts.Of(practice).Where(field => field.Text.SourceText.Length > 0);

    public void Fill(Practice practice, string language)
    {
        Language = language;
        foreach (var field in In(practice))
        {
            Texts[Name(field)] = field.Text.Texts.TryGetValue(language, out var text) ? text.Text : "";
            Hashes[Name(field)] = MultilingualText.Hash(field.Text.SourceText);
        }
    }

    /// <summary>What was typed that is not there yet, or that was said to hold; the hash is that of the source that was seen.</summary>
    public IEnumerable<(PracticeField Field, string Text, string OfHash)> Changes(Practice practice) =>
        from field in In(practice)
        let name = Name(field)
        where Texts.ContainsKey(name)
        let typed = (Texts[name] ?? "").ReplaceLineEndings("\n").Trim()
        let held = field.Text.Texts.TryGetValue(Language, out var text) ? text.Text : ""
        where typed != held || (Holds.GetValueOrDefault(name) && typed.Length > 0)
        select (field, typed, Hashes.GetValueOrDefault(name) is { Length: 16 } hash ? hash : MultilingualText.Hash(field.Text.SourceText));

    /// <summary>Without those that were emptied, which say that what is there stays.</summary>
    public TranslatedTexts Written() => new() { Language = Language, How = How, Hashes = Hashes, Holds = Holds, Texts = Texts.Where(text => !string.IsNullOrWhiteSpace(text.Value)).ToDictionary(StringComparer.Ordinal) };

    /// <summary>The practice with what was typed in it.</summary>
    public Practice Into(Practice practice, string by)
    {
        var changes = Changes(practice).ToDictionary(change => change.Field.Path, StringComparer.Ordinal);
        return PracticeTexts.Map(practice, field => !changes.TryGetValue(field.Path, out var change) ? field.Text : field.Text with
        {
            Texts = change.Text.Length == 0 ? field.Text.Texts.Remove(Language) : field.Text.Texts.SetItem(Language, new LanguageText(change.Text, by, How, change.OfHash)),
        });
    }
}
