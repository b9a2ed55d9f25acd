namespace Citess.Poles.Practices.Translations;

/// <summary>What is done with a proposed translation, and the texts as they are taken over.</summary>
public sealed class DecideForm
{
    public TranslatedTexts Words { get; set => field = value ?? new(); } = new();

    /// <summary>The revision of the practice that was shown.</summary>
    public int Seen { get; set; }

    public string? Word { get; set; }

    public DecisionVerdict Verdict { get; set; }
}
