using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Tests.Calls;

internal static class CallExamples
{
    public const string Key = "call/01JDEMCA00MAHDA00000000001";
    public const string Amira = "01JDEMPERS0AMRA00000000001";

    public static Text Words { get; } = new ServiceCollection().AddKit().BuildServiceProvider().GetRequiredService<Text>();

    public static DateTimeOffset Now { get; } = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    public static Call Olives { get; } = new()
    {
        Title = MultilingualText.Of("fr", "Circuits courts de la Méditerranée", ("ar", "دوائر قصيرة في المتوسط")),
        Line = MultilingualText.Of("fr", "Des marchés < 50 km"),
        About = MultilingualText.Of("fr", "Deux ans, **trois** pays."),
        Programme = "Interreg [NEXT] MED",
        Funder = "Union européenne",
        Website = "https://www.interregnextmed.example/appel",
        Deadline = "2026-12-20T17:00",
        TimeZone = "Europe/Brussels",
        Rules = new()
        {
            LeastPartners = 5,
            MostPartners = 8,
            LeastCountries = 3,
            Countries = ["ES", "IT", "TN"],
            Needs = [new() { Role = "public-body", Country = "TN" }, new() { Role = "university" }, new() { Role = "sse-organisation", Count = 2 }],
            Budget = 1_000_000,
            Currency = "EUR",
            LeastShare = 5,
            MostShare = 40,
            Languages = ["en", "fr"],
            Concepts = ["short-supply-chains"],
        },
        Status = CallStatus.Submitted,
        StatusOn = new(2026, 12, 19),
        StatusNote = MultilingualText.Of("fr", "Déposé la veille."),
    };

    public static Call Open { get; } = Olives with { Status = CallStatus.Preparing, StatusOn = null, StatusNote = MultilingualText.Empty };

    public static Call Barest { get; } = new() { Title = MultilingualText.Of("fr", "Appel") };

    public static CallKind Kind(Prose prose) => new(prose, Words, Cast.Mahdia.Pole);

    /// <summary>One that has committed, unless told otherwise.</summary>
    public static Candidate Candidate(string id, string country, string[] roles, long? amount = null, CandidateStanding standing = CandidateStanding.Committed) =>
        new() { Id = id, Revision = 1, Name = "Partner " + id, Country = country, Roles = [.. roles], Amount = amount, Standing = standing };

    public static CandidateDraft Draft { get; } = new()
    {
        Name = "Commune de Mahdia",
        Roles = ["public-body"],
        Country = "TN",
        Contact = new() { Person = "Salma", Email = "salma@example.org", Telephone = "+216 00 000 001" },
        Tasks = MultilingualText.Of("fr", "Ouvre le marché."),
        Amount = 120_000,
        Language = "ar",
    };

    public static SheetAnswer Sheet { get; } = new()
    {
        Sheet = new()
        {
            About = MultilingualText.Of("es", "Una cooperativa."),
            Brings = MultilingualText.Of("es", "Un almacén."),
            People = MultilingualText.Of("es", "Una coordinadora."),
            LegalForm = "Cooperativa",
            Registration = "F-00000000",
            Website = "https://coop.example",
        },
        Tasks = MultilingualText.Of("es", "Lleva la logística."),
        Amount = 90_000,
        Name = "Montserrat",
        Function = "presidenta",
        Agrees = true,
    };
}
