using System.Globalization;
using Citess.Poles.Exchange.Fitting.Aside;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>Why an offer fits a want, in sentences. Each says what it rests on.</summary>
internal sealed class FittingWords(Text words, IPoleNames poles, Pole pole, Func<string, Task<CatalogueEntry?>> find)
{
    /// <summary>What both are about, and nothing else.</summary>
    public static IEnumerable<string> Topics(Match match, Text words) => match.Paths.DistinctBy(path => path.Wanted).Select(path => Path(path, words));

    public async Task<IReadOnlyList<string>> OfAsync(Fit fit)
    {
        var match = fit.Match;
        var said = new List<string>();
        said.AddRange(Topics(match, words));
        said.AddRange(match.Checks.Where(check => check.Constraint == Constraint.Language && match.Terms.All(term => term.Reason != Reason.Languages)).Select(check => words["fitting.language", string.Join(" · ", check.Cited.Split(' ').Select(words.LanguageName))]));
        said.AddRange(match.Checks.Where(check => check.Constraint == Constraint.Dates && !check.Cited.EndsWith("9999-12-31", StringComparison.Ordinal)).Select(check => words["fitting.until", Day(check.Cited.Split('/')[^1])]));
        foreach (var term in match.Terms)
        {
            if (await OfAsync(term) is { } sentence)
            {
                said.Add(sentence);
            }
        }

        foreach (var lesson in match.Lowered)
        {
            said.Add(words["aside.lowered", words.Name(lesson.Dismissal.Reason), (await find(lesson.Dismissal.Other))?.Name.Show(Languages.Current.Code).Text ?? await NameAsync(lesson.Dismissal.Pole)]);
        }

        if (fit.Given is { } given)
        {
            said.Add(words["fitting.given", await NameAsync(given.From.Pole)]);
        }

        return said;
    }

    /// <summary>Null for what the topics say already, and where a territory is not known: then its hours are none that anybody told.</summary>
    private async Task<string?> OfAsync(Term term) => term.Reason switch
    {
        Reason.Urgency => words["fitting.urgency"],
        Reason.Freshness => words["fitting.fresh", Day(term.Cited[0])],
        Reason.Sector => words["fitting.sector", string.Join(words["kit.comma"], term.Cited.Select(code => Concepts.Sectors.Find(code)?.Label ?? code))],
        Reason.Hours when term.Cited is [var hours, ..] && term.Cited.Skip(1).All(code => Territories.Find(code) is not null) => words["fitting.hours", hours, Weights.WorkingHours, string.Join(" · ", term.Cited.Skip(1).Distinct(StringComparer.Ordinal).Select(Territories.NameOf))],
        Reason.Languages => words["fitting.languages", string.Join(" · ", term.Cited.Select(words.LanguageName))],
        Reason.Evidence => words["fitting.evidence", await TitlesAsync(term.Cited)],
        Reason.CrossBorder when term.Cited.All(code => code.Length > 0) => words["fitting.border", string.Join(" · ", term.Cited.Select(Territories.NameOf))],
        Reason.FirstMeeting => words["fitting.first"],
        Reason.UnderServed => words["fitting.underserved", await NameAsync(term.Cited[0])],
        _ => null,
    };

    private async Task<string> TitlesAsync(IEnumerable<string> addresses)
    {
        var titles = new List<string>();
        foreach (var address in addresses)
        {
            titles.Add((await find(address))?.Name.Show(Languages.Current.Code).Text ?? await NameAsync(address.Split('/')[0]));
        }

        return string.Join(" · ", titles);
    }

    private async Task<string> NameAsync(string authority) => (await poles.OfAsync(authority == pole.Authority ? "" : authority)).Text;

    private static string Path(ConceptPath path, Text words)
    {
        var (wanted, offered) = (ExchangeConcepts.Name(path.Wanted), ExchangeConcepts.Name(path.Offered));
        return path.Wanted == path.Offered ? words["fitting.same", wanted]
            : path.Via is { } via ? words["fitting.sibling", wanted, offered, ExchangeConcepts.Name(via)]
            : words["fitting.near", wanted, offered];
    }

    private static string Day(string day) => ExchangeWords.Day(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
