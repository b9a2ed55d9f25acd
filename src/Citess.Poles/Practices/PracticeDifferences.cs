using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>In what two states of a practice differ, field by field and language by language.</summary>
internal static class PracticeDifferences
{
    public static IEnumerable<FieldDifference> Of(Practice one, Practice other, Text words) =>
    [
        .. FieldDifference.Of(words["practices.title"], one.Title, other.Title),
        .. FieldDifference.Of(words["practices.line"], one.Line, other.Line),
        .. PracticeSection.All.SelectMany(section => FieldDifference.Of(words[section.Words], section.Of(one), section.Of(other))),
        .. FieldDifference.Of(words["practices.awaited"], Said(one.Awaited, words), Said(other.Awaited, words)),
        .. FieldDifference.Of(words["kernel.status"], words[PracticeWords.StatusKey(one.Status)], words[PracticeWords.StatusKey(other.Status)]),
        .. FieldDifference.Of(words["practices.level"], Said(one.Level, words), Said(other.Level, words)),
        .. FieldDifference.Of(words["practices.from"], one.From, other.From),
        .. FieldDifference.Of(words["practices.to"], one.To, other.To),
        .. FieldDifference.Of(words["kernel.territory"], one.Territory, other.Territory),
        .. FieldDifference.Of(words["kernel.sector"], Concepts.Sectors.Names(one.Sectors), Concepts.Sectors.Names(other.Sectors)),
        .. FieldDifference.Of(words["practices.sdgs"], Concepts.Sdgs.Names(one.Sdgs), Concepts.Sdgs.Names(other.Sdgs)),
        .. FieldDifference.Of(words["practices.beneficiaries"], Concepts.Beneficiaries.Names(one.Beneficiaries), Concepts.Beneficiaries.Names(other.Beneficiaries)),
        .. FieldDifference.Of(words["practices.cost"], $"{one.Cost} {one.Currency}".Trim(), $"{other.Cost} {other.Currency}".Trim()),
        .. FieldDifference.Of(words["practices.cost.note"], one.CostNote, other.CostNote),
        .. FieldDifference.Of(words["practices.funding"], Said(one.Funding, words), Said(other.Funding, words)),
        .. Rows(
            "practices.step", words, one.Phases, other.Phases,
            ("practices.step.name", phase => phase.Name),
            ("practices.step.actors", phase => phase.Actors),
            ("practices.step.resources", phase => phase.Resources),
            ("practices.step.actions", phase => phase.Actions)),
        .. Rows(
            "practices.result", words, one.Results, other.Results,
            ("practices.result.what", result => result.What),
            ("practices.result.figure", result => Same(string.Join(" · ", new[] { result.Figure, result.Source, result.Date, result.ExpectedBy }.Where(each => each.Length > 0))))),
        .. Rows(
            "practices.condition", words, one.Conditions, other.Conditions,
            ("practices.condition.determinant", condition => Same($"{Concepts.Determinants.Find(condition.Determinant)?.Label} · {words[condition.IsRequired ? "practices.condition.required" : "practices.condition.helpful"]}")),
            ("practices.condition.text", condition => condition.Text)),
        .. Rows("practices.risk", words, one.Risks, other.Risks, ("practices.risk.name", risk => risk.Name), ("practices.risk.coping", risk => risk.Coping)),
        .. Rows("practices.block", words, one.Blocks, other.Blocks, ("practices.block.name", block => block.Name), ("practices.block.text", block => block.Text)),
        .. FieldDifference.Of(words["practices.body"], one.Body, other.Body),
        .. FieldDifference.Of(words["practices.part.files"], Files(one), Files(other)),
        .. FieldDifference.Of(words["practices.licence"], one.Licence, other.Licence),
        .. FieldDifference.Of(words["practices.credit"], one.Credit, other.Credit),
        .. FieldDifference.Of(words["practices.funder"], one.FunderNotice, other.FunderNotice),
        .. FieldDifference.Of(words["practices.contact"], one.Contact, other.Contact),
    ];

    private static IEnumerable<FieldDifference> Rows<T>(string row, Text words, IReadOnlyList<T> one, IReadOnlyList<T> other, params (string Key, Func<T, MultilingualText> Of)[] fields)
        where T : class =>
        from index in Enumerable.Range(0, Math.Max(one.Count, other.Count))
        from field in fields
        from difference in FieldDifference.Of(
            $"{words[row, index + 1]} · {words[field.Key]}",
            index < one.Count ? field.Of(one[index]) : MultilingualText.Empty,
            index < other.Count ? field.Of(other[index]) : MultilingualText.Empty)
        select difference;

    private static string Said(IEnumerable<Awaited> awaited, Text words) => string.Join(", ", awaited.Select(each => $"{words["practices." + each.Field]}: {each.By}"));

    private static string Said(IEnumerable<FundingShare> funding, Text words) => string.Join(", ", funding.Select(share => $"{words[PracticeWords.FundingKey(share.Source)]}: {share.Percent} %"));

    private static string Said(PracticeLevel? level, Text words) => level is { } known ? words[PracticeWords.LevelKey(known)] : "";

    private static string Files(Practice practice) => string.Join(", ", practice.Images.Concat(practice.Attachments).Select(link => link.Name.SourceText));

    /// <summary>What has no language, among texts that have one.</summary>
    private static MultilingualText Same(string text) => MultilingualText.Of(Languages.Current.Code, text);
}
