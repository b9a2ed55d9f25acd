using Citess.Poles.Kernel;
using Citess.Poles.Services;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>All of them are made up; their names say so.</summary>
internal static class BarcelonaServices
{
    public static IReadOnlyList<(string Id, Service Content, Audience Audience)> All { get; } =
    [
        ("01JDEMSERVBARCA00000000001", new()
        {
            Name = CatalanSpanish("Primera conversa (demostració)", "Primera conversación (demostración)"),
            Line = CatalanSpanish("Una hora per explicar la idea i sortir amb un pas següent.", "Una hora para contar la idea y salir con un paso siguiente."),
            Eligibility = CatalanSpanish("Tothom, amb projecte o encara sense.", "Todo el mundo, con proyecto o todavía sin él."),
            Application = CatalanSpanish("Truqueu o escriviu per WhatsApp.", "Llame o escriba por WhatsApp."),
            Fees = CatalanSpanish("Gratuït.", "Gratuito."),
            WaitTime = CatalanSpanish("Menys d’una setmana.", "Menos de una semana."),
            ProviderName = "Pol CitESS Barcelona (demostració)",
            Stages = [Stage.Ideation],
            Languages = ["ca", "es", "ar", "fr"],
            Territory = "ES-B",
            Telephone = "+34 000 000 008",
            AssuredOn = new(2026, 10, 1),
        }, Audience.Public),
        ("01JDEMSERVBARCA00000000002", new()
        {
            Name = CatalanSpanish("Comptes clars en sis sessions (demostració)", "Cuentas claras en seis sesiones (demostración)"),
            Line = CatalanSpanish("Preus, factures i caixa, amb els números del vostre projecte.", "Precios, facturas y caja, con los números de su proyecto."),
            About = CatalanSpanish(
                "Sis tardes en grup petit. Porteu les factures de l’últim trimestre, encara que estiguin en una capsa de sabates.",
                "Seis tardes en grupo pequeño. Traigan las facturas del último trimestre, aunque estén en una caja de zapatos."),
            Fees = CatalanSpanish("60 € per projecte; gratuït per a grups informals.", "60 € por proyecto; gratuito para grupos informales."),
            Provider = "actor/" + BarcelonaActors.Workshop,
            Stages = [Stage.StartUp, Stage.Development],
            Languages = ["ca", "es"],
            Sectors = ["a16"],
            Territory = "ES-B",
            Telephone = "+34 000 000 101",
            AssuredOn = new(2026, 9, 21),
        }, Audience.Public),
        ("01JDEMSERVBARCA00000000003", new()
        {
            Name = CatalanSpanish("Préstec veïnal (demostració)", "Préstamo vecinal (demostración)"),
            Line = CatalanSpanish("Fins a 10.000 € avalats per tres cooperatives que us coneixen.", "Hasta 10.000 € avalados por tres cooperativas que les conocen."),
            Eligibility = CatalanSpanish("Cooperatives i associacions amb tres avals del barri.", "Cooperativas y asociaciones con tres avales del barrio."),
            Application = CatalanSpanish("Una reunió amb els avaladors; no cal pla de negoci.", "Una reunión con los avalistas; no hace falta plan de negocio."),
            WaitTime = CatalanSpanish("Un mes.", "Un mes."),
            Provider = "actor/" + BarcelonaActors.Savings,
            Stages = [Stage.Development, Stage.ScalingUp],
            Languages = ["ca", "es"],
            Sectors = ["a11"],
            Territory = "ES-B",
            Telephone = "+34 000 000 102",
        }, Audience.Public),
        ("01JDEMSERVBARCA00000000004", new()
        {
            Name = CatalanSpanish("Locals buits per a projectes (demostració)", "Locales vacíos para proyectos (demostración)"),
            Line = CatalanSpanish("Un local municipal durant dos anys a canvi d’obrir-lo al barri.", "Un local municipal durante dos años a cambio de abrirlo al barrio."),
            Eligibility = CatalanSpanish("Projectes col·lectius amb una activitat oberta cada setmana.", "Proyectos colectivos con una actividad abierta cada semana."),
            Application = CatalanSpanish("La propera crida encara no té data.", "La próxima convocatoria todavía no tiene fecha."),
            Status = ServiceStatus.TemporarilyClosed,
            Provider = "actor/" + BarcelonaActors.Town,
            Stages = [Stage.StartUp, Stage.Development],
            Languages = ["ca", "es"],
            Sectors = ["a15", "a18"],
            Territory = "ES-B",
            AssuredOn = new(2026, 7, 6),
        }, Audience.Public),
        ("01JDEMSERVBARCA00000000005", new()
        {
            Name = CatalanSpanish("Trobar soci a l’altra riba (demostració)", "Encontrar socio en la otra orilla (demostración)"),
            Line = CatalanSpanish("Us busquem una cooperativa o un grup en un altre pol de la xarxa.", "Les buscamos una cooperativa o un grupo en otro polo de la red."),
            Eligibility = CatalanSpanish("Organitzacions que ja treballen i volen fer un projecte compartit.", "Organizaciones que ya trabajan y quieren hacer un proyecto compartido."),
            Application = CatalanSpanish("Expliqueu en una pàgina què oferiu i què busqueu.", "Cuenten en una página qué ofrecen y qué buscan."),
            Fees = CatalanSpanish("Gratuït.", "Gratuito."),
            ProviderName = "Pol CitESS Barcelona (demostració)",
            Stages = [Stage.ScalingUp, Stage.Sustainability],
            Languages = ["ca", "es", "fr", "ar"],
            Sectors = ["a21"],
            Territory = "ES-B",
            Telephone = "+34 000 000 008",
            AssuredOn = new(2026, 10, 1),
        }, Audience.Network),
    ];
}
