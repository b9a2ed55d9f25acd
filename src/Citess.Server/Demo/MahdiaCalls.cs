using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>A call that does not exist, with three organisations of which two do not either; all of it says so.</summary>
internal static class MahdiaCalls
{
    private const string Olives = "01JDEMCA00MAHDA00000000001";

    public static IReadOnlyList<(string Id, Call Content, Audience Audience)> All { get; } =
    [
        (Olives, new()
        {
            Title = FrenchArabic("Circuits courts entre les deux rives (démonstration)", "دوائر قصيرة بين الضفتين (مثال للعرض)"),
            Line = FrenchArabic("Deux ans pour que des produits de l’économie sociale et solidaire passent d’une rive à l’autre.", "سنتان لكي تعبر منتجات الاقتصاد الاجتماعي والتضامني من ضفة إلى أخرى."),
            About = FrenchArabic(
                "## Ce qui est demandé\n\n- un marché d’essai dans chaque pays\n- une commune tunisienne qui en répond\n- une université qui mesure ce que cela change\n\nAppel imaginaire.",
                "## ما هو مطلوب\n\n- سوق تجريبية في كل بلد\n- بلدية تونسية تضمنها\n- جامعة تقيس ما يتغيّر\n\nنداء خيالي للعرض."),
            Programme = "Programme de démonstration",
            Funder = "Fonds de démonstration",
            Website = "https://example.org/appel",
            TimeZone = "Europe/Brussels",
            Rules = new()
            {
                LeastPartners = 4,
                MostPartners = 8,
                LeastCountries = 2,
                Countries = ["ES", "FR", "IT", "TN"],
                Needs = [new() { Role = "public-body", Country = "TN" }, new() { Role = "university" }, new() { Role = "sse-organisation", Country = "ES" }],
                Budget = 900_000,
                Currency = "EUR",
                MostShare = 60,
                Languages = ["en", "fr"],
                Concepts = ["short-supply-chains", "local-markets"],
            },
        }, Audience.Public),
    ];

    public static IReadOnlyList<(string Call, string Id, CandidateDraft Draft)> Candidates { get; } =
    [
        (Olives, "01JDEMCAND0MAHDA0000000001", new()
        {
            Name = "CitESS Mahdia",
            Roles = ["pole"],
            Country = "TN",
            Standing = CandidateStanding.Committed,
            CommittedBy = "Amira (démonstration)",
            IsLead = true,
            Tasks = FrenchArabic("Mène le projet et tient le marché de Mahdia.", "يقود المشروع ويشرف على سوق المهدية."),
            Amount = 260_000,
            Language = "fr",
        }),
        (Olives, "01JDEMCAND0MAHDA0000000002", new()
        {
            Name = "Cooperativa de demostració",
            Roles = ["sse-organisation", "sme"],
            Country = "ES",
            Standing = CandidateStanding.Committed,
            CommittedBy = "Montserrat (demostració)",
            Contact = new() { Person = "Montserrat (demostració)", Email = "montserrat@example.org", Telephone = "+34 000 000 201" },
            Tasks = FrenchArabic("Ouvre ses entrepôts et son marché à Barcelone.", "تفتح مخازنها وسوقها في برشلونة."),
            Amount = 240_000,
            Language = "ca",
        }),
        (Olives, "01JDEMCAND0MAHDA0000000003", new()
        {
            Name = "Università di dimostrazione",
            Roles = ["university", "research-body"],
            Country = "IT",
            Standing = CandidateStanding.Asked,
            Contact = new() { Person = "Paola (dimostrazione)", Email = "paola@example.org" },
            Language = "it",
        }),
    ];
}
