using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Calls;

/// <summary>The rules of a call between our words and those of the wire.</summary>
internal static class CallTerms
{
    public static (string Name, object? Value)[] Of(CallRules rules, Pole pole) =>
    [
        ("leastPartners", rules.LeastPartners),
        ("mostPartners", rules.MostPartners),
        ("leastCountries", rules.LeastCountries),
        ("countries", rules.Countries),
        ("needs", rules.Needs.Select(need => new ApObject { Other = Terms.Of(("role", need.Role), ("country", need.Country), ("howMany", need.Count)) }).ToList()),
        ("budget", rules.Budget),
        ("currency", rules.Currency),
        ("leastShare", rules.LeastShare),
        ("mostShare", rules.MostShare),
        ("languages", rules.Languages),
        ("concepts", rules.Concepts.Select(code => ConceptCode.Address(code, pole)).OfType<string>()),
    ];

    /// <summary>A role that we do not know cannot be reckoned with, and is passed over.</summary>
    public static CallRules In(ApObject document) => new()
    {
        LeastPartners = Terms.Number(document, "leastPartners"),
        MostPartners = Terms.Number(document, "mostPartners"),
        LeastCountries = Terms.Number(document, "leastCountries"),
        Countries = [.. Terms.Words(document, "countries")],
        Needs = [.. Terms.Things(document, "needs", CallRules.MostNeeds).Where(need => Concepts.PartnerRoles.HasCode(Terms.Word(need, "role")))
            .Select(need => new RoleNeed { Role = Terms.Word(need, "role"), Country = Terms.Word(need, "country"), Count = Terms.Number(need, "howMany") ?? 1 })],
        Budget = Terms.Long(document, "budget"),
        Currency = Terms.Word(document, "currency"),
        LeastShare = Terms.Number(document, "leastShare"),
        MostShare = Terms.Number(document, "mostShare"),
        Languages = [.. Terms.Words(document, "languages")],
        Concepts = Uri.TryCreate(document.Id, UriKind.Absolute, out var id) ? [.. Terms.Words(document, "concepts").Select(address => ConceptCode.Read(address, id.GetLeftPart(UriPartial.Authority))).OfType<string>()] : [],
    };
}
