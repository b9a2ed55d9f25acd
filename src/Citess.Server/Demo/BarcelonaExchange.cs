using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;
using Means = Citess.Poles.Matching.Means;
using Urgency = Citess.Poles.Matching.Urgency;

namespace Citess.Server.Demo;

/// <summary>What Barcelona can give and looks for, made up for the demo, as each text says.</summary>
internal static class BarcelonaExchange
{
    public static IReadOnlyList<(string Id, Offering Content, Audience Audience)> Offers { get; } =
    [
        ("01JDEM0FFRBARCA00000000001", new()
        {
            Title = CatalanSpanishFrench("Assessorament per crear una cooperativa (demostració)", "Asesoría para crear una cooperativa (demostración)", "Conseil pour créer une coopérative (démonstration)"),
            Text = CatalanSpanishFrench(
                "Estatuts, governança i primers comptes, per videotrucada o aquí. Exemple inventat per a la demostració.",
                "Estatutos, gobernanza y primeras cuentas, por videollamada o aquí. Ejemplo inventado para la demostración.",
                "Statuts, gouvernance et premiers comptes, par visioconférence ou ici. Exemple inventé pour la démonstration."),
            Means = Means.Expertise,
            Concepts = ["cooperative-creation", "statutes", "governance"],
            Territory = "ES-B",
            Languages = ["ca", "es", "fr"],
            Quantity = 20,
            Unit = Unit.Hour,
            Contact = "+34 000 000 008",
        }, Audience.Public),
        ("01JDEM0FFRBARCA00000000002", new()
        {
            Title = CatalanSpanish("Coneixement de fons per a projectes mediterranis (demostració)", "Conocimiento de fondos para proyectos mediterráneos (demostración)"),
            Text = CatalanSpanish("Sabem quines convocatòries hi ha i com s’hi arriba. Exemple inventat per a la demostració.", "Sabemos qué convocatorias hay y cómo se llega a ellas. Ejemplo inventado para la demostración."),
            Means = Means.Funding,
            Concepts = ["calls-for-proposals", "fundraising"],
            Territory = "ES-CT",
            Languages = ["ca", "es", "fr"],
        }, Audience.Network),
    ];

    public static IReadOnlyList<(string Id, Want Content, Audience Audience)> Wants { get; } =
    [
        ("01JDEMWANTBARCA00000000001", new()
        {
            Title = CatalanSpanish("Algú que ensenyi com fer un punt d’atenció al mercat (demostració)", "Alguien que enseñe a llevar un punto de atención en el mercado (demostración)"),
            Text = CatalanSpanish("Volem provar el que fan a Mahdia i Sidi Bouzid. Exemple inventat per a la demostració.", "Queremos probar lo que hacen en Mahdía y Sidi Bouzid. Ejemplo inventado para la demostración."),
            Means = Means.Expertise,
            Concepts = ["peer-learning", "local-markets"],
            Territory = "ES-B",
            Languages = ["ca", "es", "fr"],
            Urgency = Urgency.Whenever,
        }, Audience.Public),
    ];
}
