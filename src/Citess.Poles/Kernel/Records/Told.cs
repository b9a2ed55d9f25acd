using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// What every record tells any reader, in the members that all software knows: a name, one line, and the rest. The rest is
/// Markdown; it travels beside the HTML made from it, so that whoever translates or takes it back has what was written.
/// </summary>
public sealed record Told(MultilingualText Name, MultilingualText Line, MultilingualText Markdown)
{
    /// <summary>Markdown of all that there is to read, where the rest alone is not all of it.</summary>
    public MultilingualText? Story { get; init; }

    /// <summary>As another pole's document has it.</summary>
    public static Told In(ApObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(
            Terms.Text(document, document.Name, document.NameMap),
            Terms.OfSummary(document),
            Terms.Text(document, "sourceMap"));
    }

    /// <summary>The document with this in it, beside the terms of its kind.</summary>
    public ApObject Into(ApObject document, Prose prose, params ReadOnlySpan<(string Name, object? Value)> terms)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(prose);
        var (html, line) = (prose.OfMarkdown(Story ?? Markdown), Terms.AsSummary(Line));
        return document with
        {
            Name = Name.SourceText,
            NameMap = Name.ToMap(),
            Summary = line.IsEmpty ? null : line.SourceText,
            SummaryMap = line.ToMap(),
            Content = html.IsEmpty ? null : html.SourceText,
            ContentMap = html.ToMap(),
            Other = Terms.Of([("sourceLanguage", Name.Source), ("sourceMap", Markdown.ToMap()), .. terms]),
        };
    }
}
