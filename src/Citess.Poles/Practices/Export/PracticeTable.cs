using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices.Export;

/// <summary>Practices as rows with a heading each, in the language of the current request; credit and notice go with each copy.</summary>
internal sealed class PracticeTable(Text words)
{
    /// <summary>A cell is a text, a number, a date or nothing.</summary>
    private static readonly (string Heading, Func<PracticeRow, Text, object?> Of)[] Columns =
    [
        ("export.address", (row, _) => row.Address),
        ("export.pole", (row, _) => row.Pole),
        ("practices.title", (row, _) => Shown(row.View.Content.Title)),
        ("practices.line", (row, _) => Shown(row.View.Content.Line)),
        ("kernel.status", (row, words) => words[PracticeWords.StatusKey(row.View.Content.Status)]),
        ("practices.level", (row, words) => row.View.Content.Level is { } level ? words[PracticeWords.LevelKey(level)] : null),
        ("kernel.sector", (row, words) => Concepts.Sectors.Names(row.View.Content.Sectors, words["export.and"])),
        ("practices.sdgs", (row, words) => string.Join(words["export.and"], row.View.Content.Sdgs.Select(code => $"{code}. {Concepts.Sdgs.Find(code)?.Label}"))),
        ("kernel.territory", (row, _) => Territories.NameOf(row.View.Content.Territory)),
        ("kernel.languages", (row, words) => string.Join(words["export.and"], row.View.Content.Title.Texts.Keys.Select(words.LanguageName))),
        ("practices.from", (row, _) => row.View.Content.From),
        ("practices.to", (row, _) => row.View.Content.To),
        ("practices.cost", (row, _) => row.View.Content.Cost),
        ("export.currency", (row, _) => row.View.Content.Cost is null ? null : row.View.Content.Currency),
        ("practices.licence", (row, _) => row.View.Content.Licence),
        ("practices.credit", (row, _) => row.View.Content.Credit),
        ("practices.funder", (row, _) => Shown(row.View.Content.FunderNotice)),
        ("export.updated", (row, _) => row.View.Updated.UtcDateTime.Date),
        ("kit.origin.revision", (row, _) => (long)row.View.Revision),
        ("said.confirmed", (row, _) => row.Confirmed),
        ("said.tried", (row, _) => row.Tried),
    ];

    public IReadOnlyList<string> Headings => [.. Columns.Select(column => words[column.Heading])];

    public IReadOnlyList<object?> Cells(PracticeRow row) => [.. Columns.Select(column => column.Of(row, words) is var cell && cell is "" ? null : cell)];

    private static string Shown(MultilingualText text) => text.Show(Languages.Current.Code).Text;
}
