using System.Runtime.CompilerServices;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Calls.Dossiers;

/// <summary>A dossier as one sheet of a workbook, in the language of the request: the partners, the sums, the rules.</summary>
internal sealed class DossierTable(Text words)
{
    private static readonly string[] Columns =
    [
        "calls.partner", "calls.role", "calls.country", "calls.legalForm", "calls.registration", "calls.sheet.website", "calls.amount", "calls.percent", "calls.tasks",
        "calls.sheet.about", "calls.sheet.brings", "calls.sheet.experience", "calls.sheet.people", "calls.committed.by", "calls.committed.function", "calls.committed.on", "calls.committed.how",
    ];

    public IReadOnlyList<string> Headings => [.. Columns.Select(column => words[column])];

    /// <summary>Every row is as wide as the headings.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(Dossier dossier, [EnumeratorCancellation] CancellationToken stop = default)
    {
        foreach (var row in Rows(dossier))
        {
            stop.ThrowIfCancellationRequested();
            yield return [.. row, .. Enumerable.Repeat<object?>(null, Columns.Length - row.Count)];
        }

        await Task.CompletedTask;
    }

    private IEnumerable<IReadOnlyList<object?>> Rows(Dossier dossier)
    {
        foreach (var partner in dossier.Partners)
        {
            yield return
            [
                partner.IsLead ? $"{partner.Name} ({words["calls.leading"]})" : partner.Name, Role(partner.Role), Country(partner.Country), partner.LegalForm, partner.Registration, partner.Website,
                partner.Amount, partner.Percent, Shown(partner.Tasks), Shown(partner.About), Shown(partner.Brings), Shown(partner.Experience), Shown(partner.People),
                partner.CommittedBy, partner.Function, partner.CommittedOn?.UtcDateTime.Date, words[partner.IsByLink ? "calls.committed.link" : "calls.committed.team"],
            ];
        }

        yield return [words["calls.sum"], null, null, null, null, dossier.Budget.Currency, dossier.Budget.Sum];
        yield return [];
        foreach (var (heading, sums) in new[] { ("calls.sum.country", dossier.Budget.ByCountry.Select(each => (Country(each.Code), each.Sum))), ("calls.sum.role", dossier.Budget.ByRole.Select(each => (Role(each.Code), each.Sum))) })
        {
            foreach (var (name, sum) in sums)
            {
                yield return [words[heading], name, null, null, null, dossier.Budget.Currency, sum];
            }
        }

        yield return [];
        foreach (var rule in dossier.Rules)
        {
            yield return [words[CallWords.Key(rule.Rule)], words[rule.IsMet ? "calls.met" : "calls.unmet"], string.Join(words["kit.comma"], rule.Against)];
        }
    }

    private static string Role(string code) => Concepts.PartnerRoles.Find(code)?.Label ?? code;

    private static string Country(string code) => CallWords.Country(code, Languages.Current);

    private static string? Shown(IReadOnlyDictionary<string, string>? texts) => texts is null ? null : texts.GetValueOrDefault(Languages.Current.Code) ?? texts.Values.First();
}
