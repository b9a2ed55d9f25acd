using Citess.Poles.Kernel;
using Citess.Poles.Services;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Directory;

namespace Citess.Poles.Tests.Services;

internal static class ServiceExamples
{
    public const string Key = "service/01JDEMSERVMAHDA00000000001";

    public static Service LegalAdvice { get; } = new()
    {
        Name = MultilingualText.Of("ar", "استشارة قانونية", ("fr", "Conseil juridique")),
        Line = MultilingualText.Of("ar", "أي شكل قانوني يناسب مشروعك", ("fr", "Quelle forme juridique pour votre projet")),
        About = MultilingualText.Of("ar", "لقاء مع **مختصّة**.", ("fr", "Un entretien avec **une juriste**.")),
        Eligibility = MultilingualText.Of("ar", "كل حاملة فكرة", ("fr", "Toute personne qui a une idée")),
        Application = MultilingualText.Of("fr", "Par téléphone"),
        Fees = MultilingualText.Of("fr", "Gratuit"),
        WaitTime = MultilingualText.Of("fr", "Une semaine"),
        Status = ServiceStatus.TemporarilyClosed,
        Provider = ActorExamples.Key,
        ProviderName = "CitESS Mahdia",
        Stages = [Stage.Ideation, Stage.StartUp],
        Languages = ["ar", "fr"],
        Sectors = ["a13"],
        Territory = "TN-53",
        Website = "https://mahdia.example/juridique",
        Telephone = "+216 00 123 456",
        AssuredOn = new(2026, 2, 27),
        AssuredBy = "01JDEMPERS0AMRA00000000001",
    };

    public static Service Barest { get; } = new() { Name = MultilingualText.Of("fr", "Écoute") };

    public static Service Largest { get; } = LegalAdvice with
    {
        Name = Mahdia.Longest(Service.MaxName),
        Line = Mahdia.Longest(Service.MaxLine),
        About = Mahdia.Longest(Service.MaxAbout),
        Eligibility = Mahdia.Longest(Service.MaxNote),
        Application = Mahdia.Longest(Service.MaxNote),
        Fees = Mahdia.Longest(Service.MaxNote),
        WaitTime = Mahdia.Longest(Service.MaxNote),
        ProviderName = new('م', Service.MaxProviderName),
    };
}
