using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A market of social impact, learned from Rotterdam.</summary>
internal static class Rikx
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanish("Rikx: un mercat on les empreses compren impacte (Rotterdam)", "Rikx: un mercado donde las empresas compran impacto (Róterdam)"),
        Line = CatalanSpanish(
            "Qui ha de complir una obligació de retorn social compra projectes d’ocupació que altres proposen.",
            "Quien debe cumplir una obligación de retorno social compra proyectos de empleo que otros proponen."),
        Overview = CatalanSpanish(
            "El nostre punt de partida: qui té una obligació de retorn social no sempre sap com complir-la, i un bon projecte d’ocupació no sempre troba diners. A Rotterdam, Rikx és un mercat d’impacte social per a projectes d’ocupació: hi proposen emprenedors socials i hi compren empreses.",
            "Nuestro punto de partida: quien tiene una obligación de retorno social no siempre sabe cómo cumplirla, y un buen proyecto de empleo no siempre encuentra dinero. En Róterdam, Rikx es un mercado de impacto social para proyectos de empleo: proponen emprendedores sociales y compran empresas."),
        Solution = CatalanSpanish(
            """
            - Un emprenedor social proposa un projecte d’ocupació.
            - Un equip expert el valora.
            - Les empreses compren i compleixen així el seu retorn social.
            - Els diners que superen un llindar s’alliberen quan el resultat s’ha comprovat.
            """,
            """
            - Un emprendedor social propone un proyecto de empleo.
            - Un equipo experto lo valora.
            - Las empresas compran y cumplen así su retorno social.
            - El dinero que supera un umbral se libera cuando el resultado se ha comprobado.
            """),
        Approach = CatalanSpanish(
            "Primer una prova pilot, el 2019; el febrer de 2021, l’obertura. No sabem què hi va passar entremig. Les fases de sota són la nostra proposta, feta a partir d’aquests quatre punts.",
            "Primero una prueba piloto, en 2019; en febrero de 2021, la apertura. No sabemos qué pasó entremedias. Las fases de abajo son nuestra propuesta, hecha a partir de estos cuatro puntos."),
        Participation = CatalanSpanish(
            "Hi ha qui proposa, qui valora i qui compra. Per a nosaltres, qui valora ha de ser independent dels altres dos, i l’administració que demana el retorn social ha de seure a taula. Com es decideix a Rotterdam, encara ho hem de preguntar.",
            "Hay quien propone, quien valora y quien compra. Para nosotros, quien valora debe ser independiente de los otros dos, y la administración que pide el retorno social debe sentarse a la mesa. Cómo se decide en Róterdam, todavía tenemos que preguntarlo."),
        Outcomes = CatalanSpanish(
            "Les nou ciutats de Respond, Rebuild, Reinvent van triar Rikx, amb CasaBottega, per estudiar-ne el creixement. La font no diu quants projectes s’han venut ni quanta gent hi ha trobat feina.",
            "Las nueve ciudades de Respond, Rebuild, Reinvent eligieron Rikx, junto con CasaBottega, para estudiar cómo ampliarla. La fuente no dice cuántos proyectos se han vendido ni cuánta gente ha encontrado trabajo."),
        Transferability = CatalanSpanish(
            "El que en traiem: sense obligació de retorn social costarà trobar compradors; és el primer que cal mirar. Després, un equip expert petit i de confiança. La plataforma pot esperar: es pot començar amb un full de càlcul i una sala.",
            "Lo que sacamos de ello: sin obligación de retorno social costará encontrar compradores; es lo primero que hay que mirar. Después, un equipo experto pequeño y de confianza. La plataforma puede esperar: se puede empezar con una hoja de cálculo y una sala."),
        Lessons = CatalanSpanish(
            "No sabem què no va funcionar, ni si hi va haver projectes sense comprador. També ens queda oberta una pregunta: què passa amb els projectes bons que ningú no sap explicar en xifres?",
            "No sabemos qué no funcionó, ni si hubo proyectos sin comprador. También nos queda abierta una pregunta: ¿qué pasa con los proyectos buenos que nadie sabe contar en cifras?"),
        Sectors = ["a17", "a11"],
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        From = "2019",
        Sdgs = ["8", "10", "17"],
        Beneficiaries = ["jobSeekers", "entrepreneurs", "publicBodies"],
        Phases =
        [
            new()
            {
                Name = CatalanSpanish("Proposta nostra: proposar i valorar", "Propuesta nuestra: proponer y valorar"),
                Actors = CatalanSpanish("emprenedors socials\nequip expert", "emprendedores sociales\nequipo experto"),
                Resources = CatalanSpanish("una manera acordada de valorar", "una manera acordada de valorar"),
                Actions = CatalanSpanish(
                    "descriure el projecte i per a qui és\nvalorar-ne l’impacte\nposar-lo al mercat",
                    "describir el proyecto y para quién es\nvalorar su impacto\nponerlo en el mercado"),
            },
            new()
            {
                Name = CatalanSpanish("Proposta nostra: comprar", "Propuesta nuestra: comprar"),
                Actors = CatalanSpanish("empreses amb retorn social\nprojectes", "empresas con retorno social\nproyectos"),
                Resources = CatalanSpanish("un lloc on veure els projectes\nuna regla que reconegui la compra", "un lugar donde ver los proyectos\nuna regla que reconozca la compra"),
                Actions = CatalanSpanish(
                    "triar un projecte\ncomprar-ne l’impacte\nacordar el llindar i què es comprovarà",
                    "elegir un proyecto\ncomprar su impacto\nacordar el umbral y qué se comprobará"),
            },
            new()
            {
                Name = CatalanSpanish("Proposta nostra: comprovar i alliberar", "Propuesta nuestra: comprobar y liberar"),
                Actors = CatalanSpanish("equip expert\nadministració", "equipo experto\nadministración"),
                Resources = CatalanSpanish("proves del resultat", "pruebas del resultado"),
                Actions = CatalanSpanish(
                    "comprovar què s’ha fet\nalliberar els diners que superen el llindar\nreconèixer el retorn social",
                    "comprobar qué se ha hecho\nliberar el dinero que supera el umbral\nreconocer el retorno social"),
            },
        ],
        Results =
        [
            new() { What = CatalanSpanish("Any de la prova pilot", "Año de la prueba piloto"), Figure = "2019", Source = "rebelgroup.com, rikxplatform.nl" },
            new() { What = CatalanSpanish("Obertura del mercat", "Apertura del mercado"), Source = "rebelgroup.com, rikxplatform.nl", Date = "2021-02" },
            new()
            {
                What = CatalanSpanish(
                    "Ciutats que van triar entre elles dues pràctiques per explorar; Rikx n’és una",
                    "Ciudades que eligieron entre ellas dos prácticas para explorar; Rikx es una"),
                Figure = "9",
                Source = "Respond, Rebuild, Reinvent, 30.11.2021",
                Date = "2021-11",
            },
        ],
        Conditions =
        [
            new() { Determinant = "C3.1", IsRequired = true, Text = CatalanSpanish(
                "Una obligació de retorn social, i qui la demana n’accepta la compra.",
                "Una obligación de retorno social, y quien la pide acepta la compra.") },
            new() { Determinant = "C2.2", IsRequired = true, Text = CatalanSpanish("Gent que sàpiga valorar sense afavorir ningú.", "Gente que sepa valorar sin favorecer a nadie.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = CatalanSpanish(
                "Projectes d’ocupació prou madurs per comprometre un resultat.",
                "Proyectos de empleo lo bastante maduros para comprometer un resultado.") },
            new() { Determinant = "C3.6", Text = CatalanSpanish("Un fons que avanci els diners mentre es comprova el resultat.", "Un fondo que adelante el dinero mientras se comprueba el resultado.") },
            new() { Determinant = "C4.1", Text = CatalanSpanish("Xarxes d’empreses on explicar-ho.", "Redes de empresas donde contarlo.") },
        ],
        Risks =
        [
            new()
            {
                Name = CatalanSpanish("Només es venen els projectes fàcils de mesurar.", "Solo se venden los proyectos fáciles de medir."),
                Coping = CatalanSpanish(
                    "Reservar un lloc per a projectes difícils i dir en veu alta què no es mesura.",
                    "Reservar un sitio para proyectos difíciles y decir en voz alta qué no se mide."),
            },
            new()
            {
                Name = CatalanSpanish("L’empresa compra i deixa de contractar ella mateixa.", "La empresa compra y deja de contratar ella misma."),
                Coping = CatalanSpanish("Un sostre: només una part del retorn social es pot comprar.", "Un techo: solo una parte del retorno social se puede comprar."),
            },
            new()
            {
                Name = CatalanSpanish("Una entitat petita no pot esperar els diners fins al final.", "Una entidad pequeña no puede esperar el dinero hasta el final."),
                Coping = CatalanSpanish(
                    "Pagar la part del llindar a l’inici i deixar per al final només la resta.",
                    "Pagar la parte del umbral al inicio y dejar para el final solo el resto."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "impact-valuation",
                Name = CatalanSpanish("La valoració", "La valoración"),
                Text = CatalanSpanish(
                    "Proposta nostra: un equip petit, una pauta pública i una valoració signada abans de vendre.",
                    "Propuesta nuestra: un equipo pequeño, una pauta pública y una valoración firmada antes de vender."),
            },
            new()
            {
                Id = "threshold",
                Name = CatalanSpanish("El llindar", "El umbral"),
                Text = CatalanSpanish(
                    "Una quantitat acordada; els diners que la superen s’alliberen quan el resultat s’ha comprovat.",
                    "Una cantidad acordada; el dinero que la supera se libera cuando el resultado se ha comprobado."),
            },
            new()
            {
                Id = "return-clause",
                Name = CatalanSpanish("La clàusula de retorn", "La cláusula de retorno"),
                Text = CatalanSpanish(
                    "Proposta nostra: un paràgraf als contractes públics que digui quin retorn es demana i que es pot comprar.",
                    "Propuesta nuestra: un párrafo en los contratos públicos que diga qué retorno se pide y que se puede comprar."),
            },
        ],
        Credit = "Rikx, Rotterdam. Font: Respond, Rebuild, Reinvent, 30.11.2021, i pàgines públiques de Rikx (rikxplatform.nl). Fases, condicions, riscos, peces i consells del pol de Barcelona.",
        FunderNotice = FunderNotices.RrrCatalan,
    };
}
