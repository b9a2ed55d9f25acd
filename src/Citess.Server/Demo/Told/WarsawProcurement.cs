using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A city that buys care with social clauses, learned from Warsaw.</summary>
internal static class WarsawProcurement
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanish("Comprar amb clàusules socials per cuidar infants (Varsòvia)", "Comprar con cláusulas sociales para cuidar a la infancia (Varsovia)"),
        Line = CatalanSpanish(
            "La ciutat combina contractes socials i finançament per concurs en l’atenció a la infància.",
            "La ciudad combina contratos sociales y financiación por concurso en la atención a la infancia."),
        Overview = CatalanSpanish(
            "Les famílies necessiten qui cuidi els infants, i les entitats que ho saben fer viuen de subvencions que van i venen. Varsòvia té una llarga relació amb organitzacions sense ànim de lucre i l’ha portada als contractes.",
            "Las familias necesitan quien cuide a sus hijos, y las entidades que saben hacerlo viven de subvenciones que van y vienen. Varsovia tiene una larga relación con organizaciones sin ánimo de lucro y la ha llevado a los contratos."),
        Solution = CatalanSpanish(
            "L’administració no només subvenciona: també compra. Ho fa amb contractes que demanen resultats socials i amb fons que es donen per concurs.",
            "La administración no solo subvenciona: también compra. Lo hace con contratos que piden resultados sociales y con fondos que se dan por concurso."),
        Approach = CatalanSpanish(
            "Dues vies alhora: el contracte dona continuïtat, el concurs deixa entrar idees noves. La cooperació publicoprivada comença en un servei que tothom entén.",
            "Dos vías a la vez: el contrato da continuidad, el concurso deja entrar ideas nuevas. La cooperación público-privada empieza en un servicio que todo el mundo entiende."),
        Participation = CatalanSpanish(
            "L’administració compra i entitats i empreses ofereixen. No sabem si les famílies hi tenen veu; nosaltres les hi posaríem.",
            "La administración compra y entidades y empresas ofrecen. No sabemos si las familias tienen voz; nosotros se la daríamos."),
        Outcomes = CatalanSpanish(
            "Varsòvia la va presentar el 2021 a les altres ciutats i la va treballar amb Torí i Dublín. La font no en dona xifres.",
            "Varsovia la presentó en 2021 a las otras ciudades y la trabajó con Turín y Dublín. La fuente no da cifras."),
        Transferability = CatalanSpanish(
            """
            - comenceu per un servei que ja existeix
            - escriviu la clàusula amb qui l’haurà de complir
            - deseu el text, amb el país i la llei: un altre pol el necessitarà

            La llei de contractes canvia a cada país: el que viatja és la idea, no l’article.
            """,
            """
            - empiecen por un servicio que ya existe
            - escriban la cláusula con quien deberá cumplirla
            - guarden el texto, con el país y la ley: otro polo lo necesitará

            La ley de contratos cambia en cada país: lo que viaja es la idea, no el artículo.
            """),
        Lessons = CatalanSpanish(
            "La font és una frase: no sabem quines clàusules, quants contractes ni què va fallar. Abans de provar-ho cal parlar amb Varsòvia. Una entitat petita, a més, sovint no pot licitar; Bilbao hi ha respost amb instruments financers.",
            "La fuente es una frase: no sabemos qué cláusulas, cuántos contratos ni qué falló. Antes de probarlo hay que hablar con Varsovia. Además, una entidad pequeña a menudo no puede licitar; Bilbao ha respondido con instrumentos financieros."),
        Sectors = ["a15", "a17"],
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Macro,
        Sdgs = ["4", "8", "12", "17"],
        Beneficiaries = ["children", "sseOrganisations", "publicBodies"],
        Phases =
        [
            new()
            {
                Name = CatalanSpanish("Preparar la compra (proposta nostra)", "Preparar la compra (propuesta nuestra)"),
                Actors = CatalanSpanish("servei municipal\nentitats que cuiden infants", "servicio municipal\nentidades que cuidan a la infancia"),
                Resources = CatalanSpanish("un contracte que s’acaba aviat\nalgú que en sàpiga de lleis", "un contrato que se acaba pronto\nalguien que sepa de leyes"),
                Actions = CatalanSpanish(
                    "triar un servei\nparlar amb qui el fa i amb les famílies\nescriure una clàusula que es pugui comprovar",
                    "elegir un servicio\nhablar con quien lo hace y con las familias\nescribir una cláusula que se pueda comprobar"),
            },
            new()
            {
                Name = CatalanSpanish("Comprar i mirar (proposta nostra)", "Comprar y mirar (propuesta nuestra)"),
                Actors = CatalanSpanish("servei municipal\nqui guanya el contracte", "servicio municipal\nquien gana el contrato"),
                Resources = CatalanSpanish("criteris publicats\nun fons per a idees noves", "criterios publicados\nun fondo para ideas nuevas"),
                Actions = CatalanSpanish(
                    "obrir licitació i concurs\ncomprovar la clàusula cada any\npublicar què ha funcionat",
                    "abrir licitación y concurso\ncomprobar la cláusula cada año\npublicar qué ha funcionado"),
            },
        ],
        Conditions =
        [
            new() { Determinant = "C3.1", IsRequired = true, Text = CatalanSpanish(
                "Una administració que vulgui comprar per alguna cosa més que el preu.",
                "Una administración que quiera comprar por algo más que el precio.") },
            new() { Determinant = "C3.2", IsRequired = true, Text = CatalanSpanish("Una llei de contractes que permeti criteris socials.", "Una ley de contratos que permita criterios sociales.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = CatalanSpanish("Entitats capaces de complir un contracte.", "Entidades capaces de cumplir un contrato.") },
            new() { Determinant = "C3.6", Text = CatalanSpanish("Qui avanci diners o avals per poder licitar.", "Quien adelante dinero o avales para poder licitar.") },
        ],
        Risks =
        [
            new()
            {
                Name = CatalanSpanish("Guanyen sempre les empreses grans.", "Ganan siempre las empresas grandes."),
                Coping = CatalanSpanish(
                    "Lots petits, avals accessibles i permís per presentar-se plegades.",
                    "Lotes pequeños, avales accesibles y permiso para presentarse juntas."),
            },
            new()
            {
                Name = CatalanSpanish("Una clàusula que ningú no comprova.", "Una cláusula que nadie comprueba."),
                Coping = CatalanSpanish(
                    "Una sola dada per clàusula, amb data i amb nom de qui la mira.",
                    "Un solo dato por cláusula, con fecha y con el nombre de quien lo mira."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "clause-library",
                Name = CatalanSpanish("La llibreta de clàusules", "El cuaderno de cláusulas"),
                Text = CatalanSpanish(
                    "Cada clàusula amb el text, el país, la llei i si es va complir. Compartida entre pols.",
                    "Cada cláusula con el texto, el país, la ley y si se cumplió. Compartida entre polos."),
            },
        ],
        Credit = "Ciutat de Varsòvia. Font: Respond, Rebuild, Reinvent, 22.07.2021 i 30.11.2021. Fases i consells del pol de Barcelona.",
        FunderNotice = FunderNotices.RrrCatalan,
    };
}
