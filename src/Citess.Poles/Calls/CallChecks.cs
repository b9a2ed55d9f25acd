using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Calls;

/// <summary>What a call may say.</summary>
internal static class CallChecks
{
    public static IEnumerable<FieldProblem> Of(Call content) =>
    [
        .. Check.Text("Title", content.Title, Call.MaxTitle, isNeeded: true),
        .. Check.Text("Line", content.Line, Call.MaxLine, isNeeded: false),
        .. Check.Text("About", content.About, Call.MaxAbout, isNeeded: false),
        .. Check.Text("Programme", content.Programme, Call.MaxOpener),
        .. Check.Text("Funder", content.Funder, Call.MaxOpener),
        .. Check.Web("Website", content.Website),
        .. CheckDeadline(content),
        .. Check.List("Status", [content.Status.Word()], 1, word => EnumWords.Choice<CallStatus>(word) is not null),
        .. content.Status != CallStatus.Preparing && content.StatusOn is null ? [new FieldProblem("StatusOn", "kernel.check.needed")] : Array.Empty<FieldProblem>(),
        .. Check.Text("StatusNote", content.StatusNote, Call.MaxNote, isNeeded: false),
        .. CheckRules(content.Rules),
    ];

    /// <summary>ISO 3166-1, in form: a call may name any country of the world.</summary>
    public static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);

    private static IEnumerable<FieldProblem> CheckDeadline(Call content)
    {
        if (content.Deadline.Length > 0 && State.CallDeadline.Local(content.Deadline) is null)
        {
            yield return new("Deadline", "calls.check.deadline");
        }

        if (content.Deadline.Length > 0 ? State.CallDeadline.Zone(content.TimeZone) is null : content.TimeZone.Length > 0)
        {
            yield return new("TimeZone", "kernel.check.choice");
        }
    }

    private static IEnumerable<FieldProblem> CheckRules(CallRules rules) =>
    [
        .. Number("LeastPartners", rules.LeastPartners, 1, CallRules.Largest),
        .. Number("MostPartners", rules.MostPartners, Math.Clamp(rules.LeastPartners ?? 1, 1, CallRules.Largest), CallRules.Largest),
        .. Number("LeastCountries", rules.LeastCountries, 1, CallRules.Largest),
        .. Check.List("Countries", rules.Countries, 60, IsCountry),
        .. CheckNeeds(rules.Needs),
        .. Number("Budget", rules.Budget, 0, CallRules.MostBudget),
        .. IsCurrency(rules) ? Array.Empty<FieldProblem>() : [new FieldProblem("Currency", "calls.check.currency")],
        .. Number("LeastShare", rules.LeastShare, 0, 100),
        .. Number("MostShare", rules.MostShare, Math.Clamp(rules.LeastShare ?? 0, 0, 100), 100),
        .. Check.List("Languages", rules.Languages, 20, Check.IsLanguage),
        .. Check.List("Concepts", rules.Concepts, CallRules.MostConcepts, ConceptCode.IsFit),
    ];

    private static bool IsCurrency(CallRules rules) =>
        rules.Currency.Length == 0 ? rules.Budget is null : rules.Currency.Length == 3 && rules.Currency.All(char.IsAsciiLetterUpper);

    private static IEnumerable<FieldProblem> CheckNeeds(ImmutableArray<RoleNeed> needs)
    {
        if (needs.Length > CallRules.MostNeeds || needs.Sum(need => (long)Math.Max(need.Count, 0)) > CallRules.Largest)
        {
            return [new("Needs[0]", "calls.check.needs", $"{CallRules.Largest}")];
        }

        return needs.SelectMany((need, index) => new[]
        {
            Concepts.PartnerRoles.HasCode(need.Role) ? null : new FieldProblem($"Needs[{index}].Role", "kernel.check.choice"),
            need.Country.Length == 0 || IsCountry(need.Country) ? null : new FieldProblem($"Needs[{index}].Country", "kernel.check.choice"),
            need.Count is >= 1 and <= CallRules.Largest ? null : new FieldProblem($"Needs[{index}].Count", "calls.check.number", "1", $"{CallRules.Largest}"),
        }).OfType<FieldProblem>();
    }

    private static IEnumerable<FieldProblem> Number(string field, long? number, long least, long most) =>
        number is { } value && (value < least || value > most) ? [new(field, "calls.check.number", $"{least}", $"{most}")] : [];
}
