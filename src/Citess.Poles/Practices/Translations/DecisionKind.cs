using System.Collections.Immutable;
using System.Globalization;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Talk;

namespace Citess.Poles.Practices.Translations;

/// <summary>Decisions of a pole about what others brought to its practices. Those of anybody else count for nothing: whoever reads one looks whose the practice is.</summary>
public sealed class DecisionKind(Pole pole, Prose prose, Kernel.Texts.Text words) : ContributionKind<Decision>(pole, prose)
{
    public const string Kind = "decision";

    /// <summary>Fact of a listed decision: the revision that was decided on.</summary>
    public const string RevisionFact = "revision";

    public override string Name => Kind;

    public override IRecordGrain<Decision> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IDecisionGrain>(key.ToString());

    public static string Words(DecisionVerdict verdict) => "translate.verdict." + verdict.Word();

    /// <summary>Made once, and taken back if need be.</summary>
    public override bool IsWritten => false;

    protected override bool IsAbout(string kind) => kind is TranslationKind.Kind or NoteKind.Kind;

    protected override IEnumerable<FieldProblem> CheckRest(Decision content) =>
    [
        .. Kernel.Check.List("Verdict", [content.Verdict.Word()], 1, word => EnumWords.Choice<DecisionVerdict>(word) is not null),
        .. Kernel.Check.Text("Word", content.Word, Decision.MaxWord, isNeeded: false),
    ];

    protected override (string Name, object? Value)[] TermsOf(Decision content) => [("verdict", content.Verdict.Word()), ("grounds", content.Word.ToMap())];

    protected override Decision? Read(ApObject document, RecordReference about, int revision, MultilingualText name) => EnumWords.Choice<DecisionVerdict>(Terms.Word(document, "verdict")) is not { } verdict ? null : new()
    {
        About = about,
        AboutRevision = revision,
        AboutName = name,
        Verdict = verdict,
        Word = Terms.Text(document, "grounds"),
    };

    protected override CatalogueEntry DescribeRest(Decision content, CatalogueEntry blank) => blank with { Summary = content.Word, Status = content.Verdict.Word(), Languages = [.. content.Word.Texts.Keys], Facts = ImmutableSortedDictionary<string, string>.Empty.Add(RevisionFact, content.AboutRevision.ToString(CultureInfo.InvariantCulture)) };

    protected override MultilingualText Story(Decision content)
    {
        var language = content.Word.Source.Length > 0 ? content.Word.Source : content.AboutName.Source;
        return MultilingualText.Of(language, $"**{words.In(Languages.Find(language) ?? Languages.Fallback, Words(content.Verdict))}**\n\n{content.Word.SourceText}");
    }
}
