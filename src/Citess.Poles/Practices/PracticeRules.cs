using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>What a practice must be like to be kept; the same for what people write here and for what partner poles send.</summary>
internal static class PracticeRules
{
    private const long MaxCost = 1_000_000_000_000;

    public static IEnumerable<FieldProblem> Check(Practice content) =>
    [
        .. Kernel.Check.Text("Title", content.Title, Practice.MaxTitle, isNeeded: true),
        .. Kernel.Check.Text("Line", content.Line, Practice.MaxLine, isNeeded: true),
        .. PracticeSection.All.SelectMany(section => Kernel.Check.Text(section.Field, section.Of(content), Practice.MaxSection, isNeeded: false)),
        .. Kernel.Check.Text("Body", content.Body, Practice.MaxBody, isNeeded: false),
        .. Kernel.Check.List("Sectors", content.Sectors, 21, Concepts.Sectors.HasCode),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.List("Status", [content.Status.Word()], 1, word => EnumWords.Choice<PracticeStatus>(word) is not null),
        .. Kernel.Check.List("Level", content.Level is { } level ? [level.Word()] : [], 1, word => EnumWords.Choice<PracticeLevel>(word) is not null),
        .. Kernel.Check.List("Sdgs", content.Sdgs, 17, Concepts.Sdgs.HasCode),
        .. Kernel.Check.List("Beneficiaries", content.Beneficiaries, Concepts.Beneficiaries.All.Length, Concepts.Beneficiaries.HasCode),
        .. Kernel.Check.Web("Licence", content.Licence),
        .. Kernel.Check.Blobs("Images", content.Images, isImage: true),
        .. Kernel.Check.Blobs("Attachments", content.Attachments, isImage: false),
        .. Kernel.Check.Text("Credit", content.Credit, Practice.MaxNote),
        .. Kernel.Check.Text("Contact", content.Contact, Practice.MaxNote),
        .. Kernel.Check.Text("FunderNotice", content.FunderNotice, Practice.MaxNotice, isNeeded: false),
        .. Kernel.Check.Text("CostNote", content.CostNote, Practice.MaxNote, isNeeded: false),
        .. PracticeKind.Texts(content).Append(content.Title).Append(content.Line).Where(text => !text.IsEmpty).DistinctBy(text => text.Source).Count() > 1 ? [new FieldProblem("Title", "kernel.check.language")] : Array.Empty<FieldProblem>(),
        .. Kernel.Check.Text("AdaptedFrom", content.AdaptedFromName, Practice.MaxNote, isNeeded: false),
        .. content.AdaptedFrom.IsNone || content.AdaptedFrom.Key.StartsWith(PracticeKind.Kind + "/", StringComparison.Ordinal) ? Array.Empty<FieldProblem>() : [new("AdaptedFrom", "kernel.check.choice")],
        .. Times(content),
        .. Money(content),
        .. Rows("Phases", content.Phases, PracticePhase.Most, Of),
        .. Rows("Results", content.Results, PracticeResult.Most, Of),
        .. Rows("Conditions", content.Conditions, PracticeCondition.Most, Of),
        .. Rows("Risks", content.Risks, PracticeRisk.Most, Of),
        .. Rows("Blocks", content.Blocks, PracticeBlock.Most, Of),
        .. Kernel.Check.List("Blocks", [.. content.Blocks.Select(block => block.Id)], PracticeBlock.Most, id => content.Blocks.Count(block => block.Id == id) == 1),
        .. Kernel.Check.List("Awaited", [.. content.Awaited.Select(each => each.Field)], PracticeSection.All.Length, name => PracticeSection.All.Any(section => section.Name == name) && content.Awaited.Count(each => each.Field == name) == 1),
        .. content.Awaited.SelectMany(each => Kernel.Check.PartialDate($"Awaited.{each.Field}", each.By, isNeeded: true)),
    ];

    private static IEnumerable<FieldProblem> Times(Practice content)
    {
        FieldProblem[] wrong = [.. Kernel.Check.PartialDate("From", content.From), .. Kernel.Check.PartialDate("To", content.To)];
        return wrong.Length == 0 && content.From.Length > 0 && content.To.Length > 0 && PartialDate.IsBefore(content.To, content.From) ? [new("To", "practices.check.order")] : wrong;
    }

    private static IEnumerable<FieldProblem> Money(Practice content)
    {
        if (content.Cost is < 0 or > MaxCost)
        {
            yield return new("Cost", "practices.check.number");
        }

        if (content.Currency.Length > 0 ? content.Currency.Length != 3 || !content.Currency.All(char.IsAsciiLetterUpper) : content.Cost is not null)
        {
            yield return new("Currency", "practices.check.currency");
        }

        if (content.Funding.Any(share => share.Percent is < 1 or > 100) || content.Funding.Sum(share => (long)share.Percent) > 100
            || content.Funding.Any(share => !Enum.IsDefined(share.Source)) || content.Funding.DistinctBy(share => share.Source).Count() < content.Funding.Length)
        {
            yield return new("Funding", "practices.check.shares");
        }
    }

    private static IEnumerable<FieldProblem> Rows<T>(string field, IReadOnlyList<T> rows, int most, Func<string, T, IEnumerable<FieldProblem>> check) =>
        rows.Count > most ? [new(field, "kernel.check.choice")] : rows.SelectMany((row, index) => check($"{field}[{index}]", row));

    private static IEnumerable<FieldProblem> Of(string row, PracticePhase phase) =>
    [
        .. Kernel.Check.Text(row + ".Name", phase.Name, PracticePhase.MaxName, isNeeded: true),
        .. Kernel.Check.Text(row + ".Actors", phase.Actors, PracticePhase.MaxList, isNeeded: false),
        .. Kernel.Check.Text(row + ".Resources", phase.Resources, PracticePhase.MaxList, isNeeded: false),
        .. Kernel.Check.Text(row + ".Actions", phase.Actions, PracticePhase.MaxList, isNeeded: false),
    ];

    private static IEnumerable<FieldProblem> Of(string row, PracticeResult result) =>
    [
        .. Kernel.Check.Text(row + ".What", result.What, PracticeResult.MaxWhat, isNeeded: true),
        .. Kernel.Check.Text(row + ".Figure", result.Figure, PracticeResult.MaxFigure),
        .. Kernel.Check.Text(row + ".Source", result.Source, PracticeResult.MaxSource),
        .. Kernel.Check.PartialDate(row + ".Date", result.Date),
        .. Kernel.Check.PartialDate(row + ".ExpectedBy", result.ExpectedBy),
    ];

    private static IEnumerable<FieldProblem> Of(string row, PracticeCondition condition) =>
    [
        .. Kernel.Check.List(row + ".Determinant", [condition.Determinant], 1, Concepts.Determinants.HasCode),
        .. Kernel.Check.Text(row + ".Text", condition.Text, PracticeCondition.MaxText, isNeeded: false),
    ];

    private static IEnumerable<FieldProblem> Of(string row, PracticeRisk risk) =>
    [
        .. Kernel.Check.Text(row + ".Name", risk.Name, PracticeRisk.MaxName, isNeeded: true),
        .. Kernel.Check.Text(row + ".Coping", risk.Coping, PracticeRisk.MaxCoping, isNeeded: false),
    ];

    private static IEnumerable<FieldProblem> Of(string row, PracticeBlock block) =>
    [
        .. Kernel.Check.List(row + ".Id", [block.Id], 1, PracticeBlock.IsId),
        .. Kernel.Check.Text(row + ".Name", block.Name, PracticeBlock.MaxName, isNeeded: true),
        .. Kernel.Check.Text(row + ".Text", block.Text, PracticeBlock.MaxText, isNeeded: false),
    ];
}
