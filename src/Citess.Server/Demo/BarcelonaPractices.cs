using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

internal static class BarcelonaPractices
{
    public static IReadOnlyList<(string Id, Practice Content, Audience Audience)> All { get; } =
    [
        ("01JDEMPRCTBARCA00000000001", new()
        {
            Title = CatalanSpanish("Rikx: un mercat on les empreses compren impacte (Rotterdam)", "Rikx: un mercado donde las empresas compran impacto (Róterdam)"),
            Line = CatalanSpanish(
                "Qui ha de complir una obligació de retorn social compra projectes d’ocupació que altres proposen.",
                "Quien debe cumplir una obligación de retorno social compra proyectos de empleo que otros proponen."),
            Body = CatalanSpanish(
                """
                ## Com funciona

                1. Un projecte social proposa què farà i per a qui.
                2. Un equip expert en valora l’impacte.
                3. Les empreses compren aquest impacte i compleixen així el seu retorn social.
                4. Per sobre d’un llindar, els diners s’alliberen quan el resultat s’ha comprovat.

                Prova pilot el 2019; obertura el febrer de 2021.

                ## Què cal

                - una administració que demani retorn social als seus proveïdors
                - gent que sàpiga valorar sense afavorir ningú

                Font: projecte Respond, Rebuild, Reinvent, novembre de 2021, i pàgines públiques de Rikx.
                """,
                """
                ## Cómo funciona

                1. Un proyecto social propone qué hará y para quién.
                2. Un equipo experto valora su impacto.
                3. Las empresas compran ese impacto y cumplen así su retorno social.
                4. Por encima de un umbral, el dinero se libera cuando el resultado se ha comprobado.

                Prueba piloto en 2019; apertura en febrero de 2021.

                ## Qué hace falta

                - una administración que pida retorno social a sus proveedores
                - gente que sepa valorar sin favorecer a nadie

                Fuente: proyecto Respond, Rebuild, Reinvent, noviembre de 2021, y páginas públicas de Rikx.
                """),
            Sectors = ["a17"],
            Territory = "ES-B",
            Status = PracticeStatus.Idea,
        }, Audience.Public),
        ("01JDEMPRCTBARCA00000000002", new()
        {
            Title = CatalanSpanish("CasaBottega: persianes abaixades que tornen a pujar (Torí)", "CasaBottega: persianas bajadas que vuelven a subir (Turín)"),
            Line = CatalanSpanish(
                "Botigues buides de Barriera di Milano convertides en tallers on joves artistes viuen i treballen.",
                "Tiendas vacías de Barriera di Milano convertidas en talleres donde jóvenes artistas viven y trabajan."),
            Body = CatalanSpanish(
                """
                ## Com funciona

                Entitats públiques i privades del barri obren una crida. Cada grup escollit rep 5.000 € i un local; a canvi hi viu, hi treballa i obre la porta al veïnat.

                ## Què en va sortir

                - 25 candidatures, 7 grups escollits
                - 78 activitats
                - 342 persones implicades

                ## Què ens hi endurem

                Ajudes petites, espais que ja hi són, i una obligació clara: que la porta sigui oberta.

                Font: projecte Respond, Rebuild, Reinvent, novembre de 2021, i dades públiques de CasaBottega.
                """,
                """
                ## Cómo funciona

                Entidades públicas y privadas del barrio abren una convocatoria. Cada grupo elegido recibe 5.000 € y un local; a cambio vive y trabaja allí, y abre la puerta al vecindario.

                ## Qué salió de ello

                - 25 candidaturas, 7 grupos elegidos
                - 78 actividades
                - 342 personas implicadas

                ## Qué nos llevamos

                Ayudas pequeñas, espacios que ya existen y una obligación clara: que la puerta esté abierta.

                Fuente: proyecto Respond, Rebuild, Reinvent, noviembre de 2021, y datos públicos de CasaBottega.
                """),
            Sectors = ["a18"],
            Territory = "ES-B",
            Status = PracticeStatus.Idea,
        }, Audience.Public),
        ("01JDEMPRCTBARCA00000000003", new()
        {
            Title = CatalanSpanish("Comprar amb clàusules socials per cuidar infants (Varsòvia)", "Comprar con cláusulas sociales para cuidar a la infancia (Varsovia)"),
            Line = CatalanSpanish(
                "La ciutat combina contractes socials i finançament per concurs en l’atenció a la infància.",
                "La ciudad combina contratos sociales y financiación por concurso en la atención a la infancia."),
            Body = CatalanSpanish(
                """
                ## La idea

                L’administració no només subvenciona: també compra. Amb contractes que demanen resultats socials i amb fons que es donen per concurs, les entitats cuiden infants i la ciutat sap què paga.

                ## Per copiar-la

                - comenceu per un servei que ja existeix
                - escriviu la clàusula amb qui l’haurà de complir
                - guardeu el text: un altre pol el necessitarà

                Font: projecte Respond, Rebuild, Reinvent, novembre de 2021.
                """,
                """
                ## La idea

                La administración no solo subvenciona: también compra. Con contratos que piden resultados sociales y con fondos que se dan por concurso, las entidades cuidan a la infancia y la ciudad sabe qué paga.

                ## Para copiarla

                - empiecen por un servicio que ya existe
                - escriban la cláusula con quien deberá cumplirla
                - guarden el texto: otro polo lo necesitará

                Fuente: proyecto Respond, Rebuild, Reinvent, noviembre de 2021.
                """),
            Sectors = ["a15", "a17"],
            Territory = "ES-B",
            Status = PracticeStatus.Idea,
        }, Audience.Public),
        ("01JDEMPRCTBARCA00000000004", new()
        {
            Title = CatalanSpanish("Torino Social Impact: de 12 entitats a 320", "Torino Social Impact: de 12 entidades a 320"),
            Line = CatalanSpanish(
                "Una plataforma de ciutat que el 2017 començà amb dotze entitats i més tard n’aplegava 320.",
                "Una plataforma de ciudad que en 2017 empezó con doce entidades y más tarde reunía a 320."),
            Body = CatalanSpanish(
                """
                ## Què ens interessa

                Com es passa de dotze a tres-centes vint sense que la taula deixi de ser útil.

                ## Què volem preguntar-los

                - qui decideix, quan sou tants?
                - què fa una entitat petita el primer mes?
                - què va deixar de funcionar en créixer?

                Font: dades públiques de Torino Social Impact.
                """,
                """
                ## Qué nos interesa

                Cómo se pasa de doce a trescientas veinte sin que la mesa deje de ser útil.

                ## Qué queremos preguntarles

                - ¿quién decide, cuando son tantos?
                - ¿qué hace una entidad pequeña el primer mes?
                - ¿qué dejó de funcionar al crecer?

                Fuente: datos públicos de Torino Social Impact.
                """),
            Sectors = ["a19"],
            Territory = "ES-B",
            Status = PracticeStatus.Idea,
        }, Audience.Network),
    ];
}
