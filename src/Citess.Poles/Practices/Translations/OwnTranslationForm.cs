using Citess.Poles.Practices.Writing;

namespace Citess.Poles.Practices.Translations;

/// <summary>The texts of a practice of ours in one more language.</summary>
public sealed class OwnTranslationForm : PracticePartForm
{
    public TranslatedTexts Words { get; set => field = value ?? new(); } = new();

    protected override void Read(Practice content)
    {
    }

    protected override Practice Write(Practice held, string by) => Words.Into(held, by);
}
