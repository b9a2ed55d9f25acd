using Citess.Poles.Kernel;
using Citess.Poles.Topics;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>Local words that the list of topics does not have.</summary>
internal static class DemoConcepts
{
    public static IReadOnlyList<(string Id, OwnConcept Content, Audience Audience)> Mahdia { get; } =
    [
        ("01JDEMCNCPMAHDA00000000001", new()
        {
            Name = FrenchArabic("Soie de Mahdia (exemple)", "حرير المهدية (مثال)"),
            Others = FrenchArabic("tissage de la soie\nvoile de soie", "نسيج الحرير\nالرداء"),
            Broader = "weaving",
            Note = FrenchArabic("Exemple fait pour la démonstration : le tissage de la soie sur les métiers de la médina.", "مثال وُضع للعرض: نسيج الحرير على مناسج المدينة العتيقة."),
        }, Audience.Public),
    ];

    public static IReadOnlyList<(string Id, OwnConcept Content, Audience Audience)> Barcelona { get; } =
    [
        ("01JDEMCNCPBARCA00000000001", new()
        {
            Name = CatalanSpanishFrench("Ateneu cooperatiu (exemple)", "Ateneo cooperativo (ejemplo)", "Athénée coopératif (exemple)"),
            Others = CatalanSpanish("ateneus cooperatius", "red de ateneos"),
            Broader = "support-organisations",
            Note = CatalanSpanish("Exemple fet per a la demostració: un lloc que acompanya qui vol muntar una cooperativa.", "Ejemplo hecho para la demostración: un lugar que acompaña a quien quiere montar una cooperativa."),
        }, Audience.Public),
    ];
}
