using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Contributing;

/// <summary>What somebody says about a practice, as its form holds it. What it is about comes from the page's address and not from the form.</summary>
public abstract class ContributionForm<TContent> : RecordForm<TContent>
    where TContent : Contribution
{
    /// <summary>Language of what is not written yet.</summary>
    public string Source { get; set => field = value ?? ""; } = "";

    /// <summary>The revision of the practice that was read.</summary>
    public int AboutRevision { get; set; }

    internal RecordReference About { get; set; } = RecordReference.None;

    internal MultilingualText AboutName { get; set; } = MultilingualText.Empty;

    public sealed override void Fill(TContent content, string source)
    {
        Source = source;
        Read(content);
    }

    protected abstract void Read(TContent content);

    protected TextForm Text(MultilingualText text) => TextForm.Of(text, Source);

    protected static string Typed(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
