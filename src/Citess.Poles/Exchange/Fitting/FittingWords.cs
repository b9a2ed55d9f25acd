using System.Globalization;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>Why an offer fits a want, in sentences. Each says what it rests on.</summary>
internal static class FittingWords
{
    public static IReadOnlyList<string> Of(Match match, Text words) =>
    [
        .. Topics(match, words),
        .. match.Checks.Where(check => check.Constraint == Constraint.Language).Select(check => words["fitting.language", string.Join(" · ", check.Cited.Split(' ').Select(words.LanguageName))]),
        .. match.Checks.Where(check => check.Constraint == Constraint.Dates && !check.Cited.EndsWith("9999-12-31", StringComparison.Ordinal)).Select(check => words["fitting.until", Day(check.Cited.Split('/')[^1])]),
        .. match.Terms.Where(term => term.Reason == Reason.Urgency).Select(_ => words["fitting.urgency"]),
        .. match.Terms.Where(term => term.Reason == Reason.CrossBorder && term.Cited.All(code => code.Length > 0)).Select(term => words["fitting.border", string.Join(" · ", term.Cited.Select(Kernel.Vocabularies.Territories.NameOf))]),
    ];

    /// <summary>What both are about, and nothing else.</summary>
    public static IEnumerable<string> Topics(Match match, Text words) => match.Paths.DistinctBy(path => path.Wanted).Select(path => Path(path, words));

    private static string Path(ConceptPath path, Text words)
    {
        var (wanted, offered) = (ExchangeConcepts.Name(path.Wanted), ExchangeConcepts.Name(path.Offered));
        return path.Wanted == path.Offered ? words["fitting.same", wanted]
            : path.Via is { } via ? words["fitting.sibling", wanted, offered, ExchangeConcepts.Name(via)]
            : words["fitting.near", wanted, offered];
    }

    private static string Day(string day) => ExchangeWords.Day(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
