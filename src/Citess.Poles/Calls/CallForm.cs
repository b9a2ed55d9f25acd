using System.Globalization;
using Citess.Poles.Calls.Guests;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Practices.Writing;

namespace Citess.Poles.Calls;

/// <summary>A call as its form holds it. Numbers are as typed: what is none is refused by the rules and stays in the form.</summary>
public sealed class CallForm : RecordForm<Call>
{
    public TextForm Title { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public TextForm About { get; set => field = value ?? new(); } = new();

    public string? Programme { get; set; }

    public string? Funder { get; set; }

    public string? Website { get; set; }

    /// <summary>The day, as a date field sends it.</summary>
    public string? Day { get; set; }

    /// <summary>The time of day; nothing is the end of the day.</summary>
    public string? Time { get; set; }

    public string? TimeZone { get; set; }

    public string? LeastPartners { get; set; }

    public string? MostPartners { get; set; }

    public string? LeastCountries { get; set; }

    public List<string> Countries { get; set => field = value ?? []; } = [];

    public List<NeedRow> Needs { get; set => field = value ?? []; } = [];

    public string? Budget { get; set; }

    public string? Currency { get; set; }

    public string? LeastShare { get; set; }

    public string? MostShare { get; set; }

    public List<string> Languages { get; set => field = value ?? []; } = [];

    public ConceptsForm Concepts { get; set => field = value ?? new(); } = new();

    public override void Fill(Call content, string source)
    {
        var rules = content.Rules;
        (Title, Line, About) = (TextForm.Of(content.Title, source), TextForm.Of(content.Line, source), TextForm.Of(content.About, source));
        (Programme, Funder, Website) = (content.Programme, content.Funder, content.Website);
        (Day, Time, TimeZone) = content.Deadline.Split('T') is [var day, var time] ? (day, time, content.TimeZone) : ("", "", content.TimeZone);
        (LeastPartners, MostPartners, LeastCountries) = (Shown(rules.LeastPartners), Shown(rules.MostPartners), Shown(rules.LeastCountries));
        (Budget, Currency, LeastShare, MostShare) = (Shown(rules.Budget), rules.Currency, Shown(rules.LeastShare), Shown(rules.MostShare));
        (Countries, Languages, Concepts) = ([.. rules.Countries], [.. rules.Languages], ConceptsForm.Of(rules.Concepts));
        Needs = [.. rules.Needs.Select((need, index) => new NeedRow { Was = index, Role = need.Role, Country = need.Country, Count = Shown(need.Count) })];
    }

    public override Call ToContent(Call? before, string by)
    {
        var held = before ?? new();

        // Empty rows go, here and in the form, so that a problem names the row that is seen.
        Needs.RemoveAll(row => row.IsEmpty);
        var deadline = Typed(Day).Length == 0 ? "" : $"{Typed(Day)}T{(Typed(Time) is { Length: > 0 } time ? time : "23:59")}";
        return held with
        {
            Title = Title.ToText(held.Title, by),
            Line = Line.ToText(held.Line, by),
            About = About.ToText(held.About, by),
            Programme = Typed(Programme),
            Funder = Typed(Funder),
            Website = Typed(Website),
            Deadline = deadline,
            TimeZone = deadline.Length == 0 ? "" : Typed(TimeZone),
            Rules = new()
            {
                LeastPartners = Number(LeastPartners),
                MostPartners = Number(MostPartners),
                LeastCountries = Number(LeastCountries),
                Countries = [.. Countries.Order(StringComparer.Ordinal)],
                Needs = [.. Needs.Select(row => new RoleNeed { Role = Typed(row.Role), Country = Typed(row.Country), Count = Number(row.Count) ?? 1 })],
                Budget = SheetForm.Whole(Budget),
                Currency = Typed(Currency).ToUpperInvariant(),
                LeastShare = Number(LeastShare),
                MostShare = Number(MostShare),
                Languages = [.. Languages.Order(StringComparer.Ordinal)],
                Concepts = Concepts.ToCodes(),
            },
        };
    }

    public override IEnumerable<FieldDifference> Differences(Call theirs, Call yours, Text words) =>
    [
        .. Differ(words["calls.title"], theirs.Title, yours.Title),
        .. Differ(words["calls.line"], theirs.Line, yours.Line),
        .. Differ(words["calls.about"], theirs.About, yours.About),
        .. Differ(words["calls.rules"], Facts(theirs, words), Facts(yours, words)),
    ];

    private static string Facts(Call call, Text words) => string.Join('\n', CallWords.Facts(call, Kernel.Culture.Languages.Current, words).Select(fact => $"{fact.Name}: {fact.Value}"));

    private static string? Shown(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? typed) => SheetForm.Whole(typed) is { } number ? (int)Math.Min(number, int.MaxValue) : null;

    private static string Typed(string? text) => SheetForm.Typed(text);
}

/// <summary>One role of the form.</summary>
public sealed class NeedRow : RowForm
{
    public string? Role { get; set; }

    public string? Country { get; set; }

    public string? Count { get; set; }

    public override bool IsEmpty => string.IsNullOrWhiteSpace(Role);
}
