using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;

namespace Citess.Poles.Tests.Directory;

internal static class ActorExamples
{
    public const string Key = "actor/01JDEMACTRMAHDA00000000001";

    public static SseActor Weavers { get; } = new()
    {
        Name = MultilingualText.Of("ar", "ناسجات المهدية", ("fr", "Tisseuses de Mahdia")),
        Line = MultilingualText.Of("ar", "نسيج حريري باليد", ("fr", "Soie tissée à la main")),
        About = MultilingualText.Of("ar", "## من نحن\n\nنساء من **المهدية**.", ("fr", "## Qui nous sommes\n\nDes femmes de **Mahdia**.")),
        Kind = ActorKind.InformalGroup,
        Constituency = Constituency.SseOrganisations,
        Level = InterventionLevel.Local,
        LegalForm = "sans forme",
        Sectors = ["a03", "a07"],
        Territory = "TN-53",
        Members = 12,
        Women = 12,
        Young = 0,
        Website = "https://tisseuses.example/",
        Telephone = "+216 00 123 456",
        Email = "amira@tisseuses.example",
    };

    public static SseActor Barest { get; } = new() { Name = MultilingualText.Of("fr", "Atelier"), Kind = ActorKind.Enterprise };

    public static SseActor Largest { get; } = Weavers with
    {
        Name = Mahdia.Longest(SseActor.MaxName),
        Line = Mahdia.Longest(SseActor.MaxLine),
        About = Mahdia.Longest(SseActor.MaxAbout),
        LegalForm = new('م', SseActor.MaxLegalForm),
        Sectors = [.. Poles.Kernel.Vocabularies.Concepts.Sectors.All.Select(sector => sector.Code)],
    };
}
