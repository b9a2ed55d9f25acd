using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Practices;

/// <summary>All texts of a practice that can be translated, in the order of reading.</summary>
public static class PracticeTexts
{
    public static IReadOnlyList<PracticeField> Of(Practice practice)
    {
        var all = new List<PracticeField>();
        Map(practice, field =>
        {
            all.Add(field);
            return field.Text;
        });
        return all;
    }

    /// <summary>The practice with each of its texts as <paramref name="each"/> has it.</summary>
    public static Practice Map(Practice practice, Func<PracticeField, MultilingualText> each)
    {
        ArgumentNullException.ThrowIfNull(practice);
        ArgumentNullException.ThrowIfNull(each);
        return practice with
        {
            Title = One("title", practice.Title, Practice.MaxTitle, "practices.title"),
            Line = One("line", practice.Line, Practice.MaxLine, "practices.line"),
            Overview = Section("overview", practice.Overview),
            Solution = Section("solution", practice.Solution),
            Approach = Section("approach", practice.Approach),
            Participation = Section("participation", practice.Participation),
            Outcomes = Section("outcomes", practice.Outcomes),
            Transferability = Section("transferability", practice.Transferability),
            Lessons = Section("lessons", practice.Lessons),
            Phases = Rows(practice.Phases, (phase, index) => phase with
            {
                Name = Of("phases", index, "name", phase.Name, PracticePhase.MaxName, "practices.step", "name"),
                Actors = Of("phases", index, "actors", phase.Actors, PracticePhase.MaxList, "practices.step", "actors"),
                Resources = Of("phases", index, "resources", phase.Resources, PracticePhase.MaxList, "practices.step", "resources"),
                Actions = Of("phases", index, "actions", phase.Actions, PracticePhase.MaxList, "practices.step", "actions"),
            }),
            Results = Rows(practice.Results, (result, index) => result with { What = Of("results", index, "name", result.What, PracticeResult.MaxWhat, "practices.result", "what") }),
            Conditions = Rows(practice.Conditions, (condition, index) => condition with { Text = Of("conditions", index, "name", condition.Text, PracticeCondition.MaxText, "practices.condition", "text") }),
            Risks = Rows(practice.Risks, (risk, index) => risk with
            {
                Name = Of("risks", index, "name", risk.Name, PracticeRisk.MaxName, "practices.risk", "name"),
                Coping = Of("risks", index, "coping", risk.Coping, PracticeRisk.MaxCoping, "practices.risk", "coping"),
            }),
            Blocks = Rows(practice.Blocks, (block, index) => block with
            {
                Name = each(new($"blocks[{block.Id}].name", block.Name, PracticeBlock.MaxName, "practices.block.name", "practices.block", index + 1)),
                Text = each(new($"blocks[{block.Id}].details", block.Text, PracticeBlock.MaxText, "practices.block.text", "practices.block", index + 1)),
            }),
            CostNote = One("costNote", practice.CostNote, Practice.MaxNote, "practices.cost.note"),
            Body = One("sourceMap", practice.Body, Practice.MaxBody, "practices.body"),
            FunderNotice = One("funderNotice", practice.FunderNotice, Practice.MaxNotice, "practices.funder"),
            Images = Rows(practice.Images, (image, index) => Named("image", image, index, "practices.files.picture.there", "practices.files.alternative")),
            Attachments = Rows(practice.Attachments, (document, index) => Named("attachment", document, index, "practices.files.document.there", "practices.files.title")),
        };

        MultilingualText One(string path, MultilingualText text, int most, string words) => each(new(path, text, most, words));

        MultilingualText Section(string name, MultilingualText text) => One(name, text, Practice.MaxSection, "practices." + name);

        MultilingualText Of(string rows, int index, string part, MultilingualText text, int most, string row, string words) =>
            each(new($"{rows}[{index}].{part}", text, most, $"{row}.{words}", row, index + 1));

        // A file is named by what it is, wherever it stands.
        BlobLink Named(string list, BlobLink link, int index, string row, string words) =>
            link with { Name = each(new($"{list}[{link.Hash}].name", link.Name, BlobLink.MaxName, words, row, index + 1)) };
    }

    private static ImmutableArray<T> Rows<T>(ImmutableArray<T> rows, Func<T, int, T> each) => [.. rows.Select(each)];
}
