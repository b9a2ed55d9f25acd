using System.Globalization;
using Citess.ActivityPub.Quirks;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>What the choices of an offer or a want are called.</summary>
internal static class ExchangeWords
{
    public static string Name(this Text words, Means means) => words["exchange.means." + means.Word()];

    public static string Name(this Text words, Unit unit) => words["exchange.unit." + unit.Word()];

    public static string Name(this Text words, Urgency urgency) => words["exchange.urgency." + urgency.Word()];

    /// <summary>An amount with its unit.</summary>
    public static string Amount(this Text words, int number, Unit unit) => words["exchange.amount." + unit.Word(), number];

    /// <summary>The same in a unit as others write it; one that has no name here stands behind the number as it came.</summary>
    public static string Amount(this Text words, int number, string unit) =>
        ValueflowsNames.Bare(unit) is var word && EnumWords.Choice<Unit>(word) is { } known ? words.Amount(number, known) : $"{number} {word}";

    /// <summary>A unit as others write it.</summary>
    public static string UnitName(this Text words, string unit) =>
        ValueflowsNames.Bare(unit) is var word && EnumWords.Choice<Unit>(word) is { } known ? words.Name(known) : word;

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Languages.Current.Culture);

    public static IReadOnlyList<Choice> Choices<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), name(value)))];

    /// <summary>Until when, or since when no more, and how much is left.</summary>
    public static string Detail(this Text words, CatalogueEntry entry, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(entry.Facts.GetValueOrDefault(ProposalFacts.Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            return "";
        }

        var end = words[entry.IsOver(now) ? "exchange.over.since" : "exchange.until.day", Day(until)];
        if (entry.Status == ProposalKind<Offering>.Taken)
        {
            return $"{words["exchange.status.taken"]} · {end}";
        }

        return int.TryParse(entry.Facts.GetValueOrDefault("left"), NumberStyles.None, CultureInfo.InvariantCulture, out var left) && EnumWords.Choice<Unit>(entry.Facts.GetValueOrDefault("unit") ?? "") is { } unit
            ? $"{words["exchange.left", words.Amount(left, unit)]} · {end}" : end;
    }
}
