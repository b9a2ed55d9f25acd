using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Translations;

/// <summary>A translation is proposed to the pole of the practice, and to nobody's harm read by all.</summary>
public sealed class TranslationKind(Pole pole, Prose prose) : ContributionKind<Translation>(pole, prose)
{
    public const string Kind = "translation";

    public override string Name => Kind;

    public override IRecordGrain<Translation> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<ITranslationGrain>(key.ToString());

    /// <summary>Key of the words for how it was made.</summary>
    public static string Words(Making how) => "translate.how." + how.Word();

    protected override bool IsAbout(string kind) => kind == PracticeKind.Kind;

    protected override IEnumerable<FieldProblem> CheckRest(Translation content) =>
    [
        .. Kernel.Check.List("Language", [content.Language], 1, Kernel.Check.IsLanguage),
        .. content.Fields.Length is < 1 or > Translation.MaxFields || content.Fields.Any(each => each.Path.Length is 0 or > TranslatedField.MaxPath || each.OfHash.Length != 16) ? [new FieldProblem("Texts", "translate.none")] : Array.Empty<FieldProblem>(),
        .. content.Fields.SelectMany(each => Kernel.Check.Text("Texts", each.Text, Practice.MaxBody, isNeeded: true)),
    ];

    protected override (string Name, object? Value)[] TermsOf(Translation content) =>
    [
        ("inLanguage", content.Language),
        ("making", content.How.Word()),
        ("translatedFields", content.Fields.Select(each => new ApObject { Other = Terms.Of(("field", each.Path), ("sourceHash", each.OfHash), ("text", each.Text)) }).ToList()),
    ];

    protected override Translation? Read(ApObject document, RecordReference about, int revision, MultilingualText name) => new()
    {
        About = about,
        AboutRevision = revision,
        AboutName = name,
        Language = Terms.Word(document, "inLanguage"),
        How = EnumWords.Choice<Making>(Terms.Word(document, "making")) ?? Making.Human,
        Fields = [.. Terms.Things(document, "translatedFields", Translation.MaxFields).Select(each => new TranslatedField { Path = Terms.Word(each, "field"), OfHash = Terms.Word(each, "sourceHash"), Text = Terms.Word(each, "text") })],
    };

    protected override CatalogueEntry DescribeRest(Translation content, CatalogueEntry blank) => blank with
    {
        Status = content.How.Word(),
        Languages = [content.Language],
    };

    protected override MultilingualText Story(Translation content) => MultilingualText.Of(content.Language, string.Join("\n\n", content.Fields.Select(each => each.Text)));
}
