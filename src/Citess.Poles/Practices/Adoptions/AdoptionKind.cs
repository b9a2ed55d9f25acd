using System.Collections.Immutable;
using System.Text;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices.Adoptions;

/// <summary>Adoptions are for everybody who sees the practice: an origin that does not hear how it went learns nothing.</summary>
public sealed class AdoptionKind(Pole pole, Prose prose, Kernel.Texts.Text words) : ContributionKind<Adoption>(pole, prose)
{
    public const string Kind = "adoption";

    /// <summary>Fact of a listed adoption: the practice that came of it, as the catalogue names it; or empty.</summary>
    public const string AdaptedFact = "adapted";

    private readonly Pole pole = pole;

    public override string Name => Kind;

    public override IRecordGrain<Adoption> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IAdoptionGrain>(key.ToString());

    /// <summary>Key of the words for a stage.</summary>
    public static string Words(AdoptionStage stage) => "tried.stage." + stage.Word();

    public static string Hint(AdoptionStage stage) => Words(stage) + ".hint";

    protected override bool IsAbout(string kind) => kind == PracticeKind.Kind;

    protected override IEnumerable<FieldProblem> CheckRest(Adoption content) =>
    [
        .. Kernel.Check.List("Blocks", content.Blocks, PracticeBlock.Most, PracticeBlock.IsId),
        .. content.Steps.Length is < 1 or > Adoption.MaxSteps ? [new FieldProblem("Stage", "kernel.check.needed")] : content.Steps.SelectMany(Check),
        .. content.Met.DistinctBy(met => met.Determinant).Count() < content.Met.Length ? [new FieldProblem("Met", "kernel.check.choice")] : content.Met.SelectMany(Check),
        .. content.Adapted.IsNone || content.Adapted.Key.StartsWith(PracticeKind.Kind + "/", StringComparison.Ordinal) ? Array.Empty<FieldProblem>() : [new("Adapted", "kernel.check.choice")],
    ];

    /// <summary>Steps are told over months, by one person and another: each has a language of its own.</summary>
    protected override (string Name, object? Value)[] TermsOf(Adoption content) =>
    [
        ("stage", content.Stage.Word()),
        ("pieces", content.Blocks.Select(id => PracticeDocument.BlockAddress(content.About.Address(pole), id))),
        ("steps", content.Steps.Select(step => new ApObject { Other = Terms.Of(("stage", step.Stage.Word()), ("asOf", step.On), ("sourceLanguage", step.Text.Source), ("details", step.Text.ToMap())) }).ToList()),
        ("conditionsMet", content.Met.Select(met => new ApObject { Other = Terms.Of(("determinant", met.Determinant), ("sourceLanguage", met.Text.Source), ("details", met.Text.ToMap())) }).ToList()),
        ("adaptedTo", content.Adapted.IsNone ? null : content.Adapted.Address(pole)),
    ];

    protected override Adoption? Read(ApObject document, RecordReference about, int revision, MultilingualText name)
    {
        var practice = about.Address(pole);
        return new()
        {
            About = about,
            AboutRevision = revision,
            AboutName = name,
            Blocks = [.. Terms.Words(document, "pieces").Select(piece => PracticeDocument.BlockId(practice, piece)).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
            Steps = [.. Terms.Things(document, "steps", Adoption.MaxSteps).Select(step => EnumWords.Choice<AdoptionStage>(Terms.Word(step, "stage")) is { } stage
                ? new AdoptionStep { Stage = stage, On = Terms.Word(step, "asOf"), Text = Terms.Text(step, "details") } : null).OfType<AdoptionStep>()],
            Met = [.. Terms.Things(document, "conditionsMet", Concepts.Determinants.All.Length).Where(met => Concepts.Determinants.HasCode(Terms.Word(met, "determinant")))
                .Select(met => new ConditionMet { Determinant = Terms.Word(met, "determinant"), Text = Terms.Text(met, "details") })],

            // It is a practice of the pole that tells of it, and of nobody else.
            Adapted = Terms.Word(document, "adaptedTo") is var adapted && Origin.Same(adapted, document.AttributedTo) ? RecordReference.Of(adapted, document.AttributedTo, pole) : RecordReference.None,
        };
    }

    protected override CatalogueEntry DescribeRest(Adoption content, CatalogueEntry blank) => blank with
    {
        Summary = content.Steps[^1].Text,
        Status = content.Stage.Word(),
        Languages = [.. content.Steps.SelectMany(step => step.Text.Texts.Keys).Distinct(StringComparer.Ordinal)],
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add("blocks", string.Join(' ', content.Blocks)).Add(AdaptedFact, content.Adapted.IsNone ? "" : content.Adapted.ToString()),
    };

    protected override MultilingualText Story(Adoption content)
    {
        var languages = content.Steps.SelectMany(step => step.Text.Texts.Keys).Concat(content.Met.SelectMany(met => met.Text.Texts.Keys)).DefaultIfEmpty(content.AboutName.Source).Distinct(StringComparer.Ordinal);
        return new() { Source = content.Steps[^1].Text.Source is { Length: > 0 } source ? source : content.AboutName.Source, Texts = languages.ToImmutableSortedDictionary(code => code, code => new LanguageText(In(content, code)), StringComparer.Ordinal) };
    }

    private string In(Adoption content, string code)
    {
        var language = Languages.Find(code) ?? Languages.Fallback;
        var text = new StringBuilder();
        foreach (var step in content.Steps)
        {
            text.Append("- **").Append(words.In(language, Words(step.Stage))).Append("** ").Append(PartialDate.Show(step.On, language)).Append(' ').Append(step.Text.Show(code).Text.ReplaceLineEndings(" ")).Append('\n');
        }

        foreach (var met in content.Met)
        {
            text.Append("- ").Append(Concepts.Determinants.Find(met.Determinant)?.Labels[language.Code]).Append(": ").Append(met.Text.Show(code).Text.ReplaceLineEndings(" ")).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<FieldProblem> Check(AdoptionStep step) =>
    [
        .. Kernel.Check.PartialDate("On", step.On, isNeeded: true),
        .. Kernel.Check.Text("Told", step.Text, Adoption.MaxText, isNeeded: step.Stage is AdoptionStage.Stopped or AdoptionStage.Finished),
    ];

    private static IEnumerable<FieldProblem> Check(ConditionMet met) =>
    [
        .. Kernel.Check.List("Met", [met.Determinant], 1, Concepts.Determinants.HasCode),
        .. Kernel.Check.Text($"Met[{met.Determinant}]", met.Text, ConditionMet.MaxText, isNeeded: true),
    ];
}
