using System.Collections.Immutable;
using System.Globalization;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Calls;

/// <summary>How calls and where they stand are said in words.</summary>
public static class CallWords
{
    /// <summary>Zones around the Mediterranean, that of Brussels where many calls end, and UTC; a form offers them.</summary>
    public static ImmutableArray<string> Zones { get; } =
    [
        "Europe/Brussels", "Africa/Tunis", "Africa/Algiers", "Africa/Cairo", "Africa/Casablanca", "Africa/Tripoli", "Asia/Amman", "Asia/Beirut", "Asia/Damascus", "Asia/Hebron", "Asia/Jerusalem", "Asia/Nicosia",
        "Europe/Athens", "Europe/Istanbul", "Europe/Lisbon", "Europe/Madrid", "Europe/Malta", "Europe/Paris", "Europe/Rome", "Europe/Tirane", "Europe/Zagreb", "Etc/UTC",
    ];

    public static string Key(CallStatus status) => "calls.status." + status.Word();

    public static string Key(CandidateStanding standing) => "calls.standing." + standing.Word();

    public static string Key(CallRule rule) => "calls.rule." + rule.Word();

    /// <summary>The one line that says where it stands: days left, partners of how many, who is missing.</summary>
    public static string Line(Call call, CallState state, Text words)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        if (call.Status != CallStatus.Preparing)
        {
            return words[Key(call.Status)] + (call.StatusOn is { } day ? words["kit.comma"] + day.ToString("d MMMM yyyy", Languages.Current.Culture) : "");
        }

        return string.Join(words["kit.comma"],
        [
            Line(state.Deadline, words),
            call.Rules.LeastPartners is { } least ? words["calls.line.partners", least, state.Committed.Length] : words["calls.line.in", state.Committed.Length],
            .. call.Rules.LeastCountries - state.Countries.Length is > 0 and var more ? [words["calls.line.countries", more]] : Array.Empty<string>(),
            .. state.Missing.Any() ? [words["calls.line.missing", Missing(state, words)]] : Array.Empty<string>(),
            .. state.Budget.Over > 0 ? [words["calls.line.over", Amount(state.Budget.Over, call.Rules.Currency)]] : Array.Empty<string>(),
            .. state.IsComplete && state.Rules.Length > 0 ? [words["calls.line.complete"]] : Array.Empty<string>(),
        ]);
    }

    public static string Line(CallDeadline deadline, Text words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return deadline.Kind switch
        {
            DeadlineKind.None => words["calls.deadline.none"],
            DeadlineKind.Over => words["calls.deadline.over"],
            DeadlineKind.Today => words["calls.deadline.today"],
            _ => words["calls.deadline.days", deadline.Days],
        };
    }

    /// <summary>The roles that are still looked for, each with how many and from where.</summary>
    public static string Missing(CallState state, Text words)
    {
        ArgumentNullException.ThrowIfNull(state);
        return string.Join(words["kit.comma"], state.Missing.Select(need => Need(need.Need, need.Missing, Languages.Current, words)));
    }

    /// <summary>For example “a public body in Tunisia”.</summary>
    public static string Need(RoleNeed need, int count, Language language, Text words)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(words);
        var role = words.In(language, "calls.role." + need.Role, count);
        return need.Country.Length == 0 ? role : words.In(language, "calls.role.in", role, Country(need.Country, language));
    }

    public static string Roles(IEnumerable<string> codes, Text words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Concepts.PartnerRoles.Names(codes, words["kit.comma"]);
    }

    public static string Country(string code, Language language) => Territories.Find(code)?.NameIn(language) ?? code;

    /// <summary>A whole amount with the code of its currency.</summary>
    public static string Amount(long amount, string currency) => string.Join('\u00a0', new[] { amount.ToString("N0", Languages.Current.Culture), currency }.Where(part => part.Length > 0));

    public static string Percent(decimal percent) => percent.ToString("0.#", Languages.Current.Culture) + "\u00a0%";

    /// <summary>What a call asks and until when, line by line.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(Call call, Language language, Text words)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(language);
        var (rules, comma) = (call.Rules, words.In(language, "kit.comma"));
        return new (string Key, string? Value)[]
        {
            ("calls.programme", call.Programme),
            ("calls.funder", call.Funder),
            ("calls.deadline", Deadline(call, language)),
            ("calls.leastPartners", Number(rules.LeastPartners)),
            ("calls.mostPartners", Number(rules.MostPartners)),
            ("calls.leastCountries", Number(rules.LeastCountries)),
            ("calls.countries", string.Join(comma, rules.Countries.Select(code => Country(code, language)))),
            ("calls.needs", string.Join(comma, rules.Needs.Select(need => Need(need, need.Count, language, words)))),
            ("calls.budget", rules.Budget is { } budget ? $"{budget.ToString("N0", language.Culture)}\u00a0{rules.Currency}" : null),
            ("calls.leastShare", rules.LeastShare is { } least ? $"{least}\u00a0%" : null),
            ("calls.mostShare", rules.MostShare is { } most ? $"{most}\u00a0%" : null),
            ("calls.languages", string.Join(comma, rules.Languages.Select(code => Languages.Find(code) is { } known ? words.In(language, "language." + known.Code) : code))),
            ("calls.concepts", string.Join(comma, rules.Concepts.Select(code => Thesaurus.Built.Find(code)?.Labels[language.Code] ?? code))),
        }.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (words.In(language, fact.Key), fact.Value!));

        string? Number(int? number) => number?.ToString(language.Culture);
    }

    /// <summary>The deadline by its own clocks, with the town that names them; null when there is none.</summary>
    public static string? Deadline(Call call, Language language)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(language);
        if (CallDeadline.EndOf(call) is not { } at)
        {
            return null;
        }

        // Latin letters in brackets behind a time fall apart in a line that runs from right to left.
        var zone = $"({Zone(call.TimeZone)}, UTC{at.ToString("zzz", CultureInfo.InvariantCulture)})";
        return $"{at.ToString("d MMMM yyyy, HH:mm", language.Culture)} {(language.IsRightToLeft ? $"\u2066{zone}\u2069" : zone)}";
    }

    /// <summary>A zone as people read it: the town.</summary>
    public static string Zone(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name[(name.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }
}
