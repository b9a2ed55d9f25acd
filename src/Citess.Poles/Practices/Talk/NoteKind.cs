using System.Collections.Immutable;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Talk;

/// <summary>Words about a practice, in the conversation whose place the practice is (FEP-7888).</summary>
public sealed class NoteKind(Pole pole, Prose prose) : ContributionKind<Note>(pole, prose)
{
    public const string Kind = "note";

    /// <summary>Fact of a listed note: what it answers, as the catalogue names records; or empty.</summary>
    public const string ReplyFact = "reply";

    public const string Question = "question";

    private readonly Pole pole = pole;

    public override string Name => Kind;

    public override IRecordGrain<Note> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<INoteGrain>(key.ToString());

    protected override bool IsAbout(string kind) => kind == PracticeKind.Kind;

    protected override IEnumerable<FieldProblem> CheckRest(Note content) =>
    [
        .. Kernel.Check.Text("Said", content.Text, Note.MaxText, isNeeded: true),
        .. content.InReplyTo.IsNone || content.InReplyTo.Key.StartsWith(Kind + "/", StringComparison.Ordinal) ? Array.Empty<FieldProblem>() : [new("InReplyTo", "kernel.check.choice")],
    ];

    protected override (string Name, object? Value)[] TermsOf(Note content) =>
    [
        ("inReplyTo", (content.InReplyTo.IsNone ? content.About : content.InReplyTo).Address(pole)),
        ("inReplyToOwner", content.InReplyTo.IsNone ? null : content.InReplyTo.OwnerAddress(pole)),
        ("details", content.Text.ToMap()),
        ("asks", content.IsQuestion ? Question : null),
    ];

    protected override Note? Read(ApObject document, RecordReference about, int revision, MultilingualText name) => new()
    {
        About = about,
        AboutRevision = revision,
        AboutName = name,
        InReplyTo = Terms.Word(document, "inReplyTo") is var reply && reply != about.Address(pole) ? RecordReference.Of(reply, Terms.Word(document, "inReplyToOwner"), pole) : RecordReference.None,
        IsQuestion = Terms.Word(document, "asks") == Question,
        Text = Terms.Text(document, "details"),
    };

    protected override CatalogueEntry DescribeRest(Note content, CatalogueEntry blank) => blank with
    {
        Summary = content.Text,
        Status = content.IsQuestion ? Question : "",
        Languages = [.. content.Text.Texts.Keys],
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add(ReplyFact, content.InReplyTo.ToString()),
    };

    protected override MultilingualText Story(Note content) => content.Text;
}
