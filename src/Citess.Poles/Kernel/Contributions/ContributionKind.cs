using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Kernel.Contributions;

/// <summary>
/// A kind of record that is about another one. It is a <c>Note</c> in reply, so that any reader shows it where it belongs, with
/// the collection of the record that it wants to stand in: the pole of that record passes it on to all that hold it (FEP-400e).
/// </summary>
public abstract class ContributionKind<TContent>(Pole pole, Prose prose) : RecordKind<TContent>, IContributionKind
    where TContent : Contribution
{
    private const int MaxName = 300;

    /// <summary>The kinds of record that it may be about.</summary>
    protected abstract bool IsAbout(string kind);

    /// <summary>All of it in Markdown, for readers that know only a note.</summary>
    protected abstract MultilingualText Story(TContent content);

    /// <summary>What it says under terms of its own.</summary>
    protected abstract (string Name, object? Value)[] TermsOf(TContent content);

    /// <summary>The content beside what it is about; null when it does not fit.</summary>
    protected abstract TContent? Read(ApObject document, RecordReference about, int revision, MultilingualText name);

    protected abstract IEnumerable<FieldProblem> CheckRest(TContent content);

    protected abstract CatalogueEntry DescribeRest(TContent content, CatalogueEntry blank);

    public sealed override IEnumerable<FieldProblem> Check(TContent content) =>
        content.About.IsNone || content.AboutRevision < 1 || !IsAbout(content.About.Key.Split('/')[0]) ? [new("About", "kernel.check.needed")]
        : [.. Kernel.Check.Text("AboutName", content.AboutName, MaxName, isNeeded: true), .. CheckRest(content)];

    public sealed override JsonElement Write(TContent content, Frame frame)
    {
        var about = content.About.Address(pole);
        var story = Story(content);
        var html = prose.OfMarkdown(Linked(story, content, about));
        return Ap.WriteDocument(frame.Open("Note") with
        {
            Name = content.AboutName.SourceText,
            NameMap = content.AboutName.ToMap(),
            Content = html.IsEmpty ? null : html.SourceText,
            ContentMap = html.ToMap(),
            Other = Terms.Of(
            [
                ("sourceLanguage", story.Source),
                ("inReplyTo", about),
                ("about", about),
                ("aboutRevision", content.AboutRevision),
                ("context", about + Addition.Collection),
                ("target", Ap.Write(new ApObject { Id = about + Addition.Collection, Type = "OrderedCollection", AttributedTo = content.About.OwnerAddress(pole) })),
                .. TermsOf(content),
            ]),
        });
    }

    /// <summary>What it is about stands before what is said of it.</summary>
    private static MultilingualText Linked(MultilingualText story, TContent content, string about) => story with
    {
        Texts = story.Texts.ToImmutableSortedDictionary(
            text => text.Key,
            text => text.Value with { Text = $"[{Prose.Literal(content.AboutName.Show(text.Key).Text)}]({about})\n\n{text.Value.Text}" },
            StringComparer.Ordinal),
    };

    public sealed override TContent? Read(ApObject document)
    {
        if (document.Type != "Note")
        {
            return null;
        }

        var target = document.Other is { } other && other.TryGetValue("target", out var value) ? Ap.Read<ApObject>(value) : null;
        var about = RecordReference.Of(Terms.Word(document, "about"), target?.AttributedTo, pole);
        return about.IsNone ? null : Read(document, about, Terms.Number(document, "aboutRevision") ?? 0, Terms.Text(document, document.Name, document.NameMap, source: ""));
    }

    public sealed override CatalogueEntry Describe(TContent content, CatalogueEntry blank) => DescribeRest(content, blank with { About = content.About.ToString(), Name = content.AboutName });
}

/// <summary>A kind of record that is about another one, as far as the house needs to know without its content type.</summary>
public interface IContributionKind
{
    string Name { get; }
}
