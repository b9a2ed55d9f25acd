using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>From 12 bodies to 320: the known facts, and what we ask.</summary>
internal static class TorinoSocialImpact
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanish("Torino Social Impact: de 12 entitats a 320", "Torino Social Impact: de 12 entidades a 320"),
        Line = CatalanSpanish(
            "El 2017 eren dotze entitats; més tard, 320. I el que en volem preguntar, per créixer sense perdre la taula.",
            "En 2017 eran doce entidades; más tarde, 320. Y lo que queremos preguntar, para crecer sin perder la mesa."),
        Overview = CatalanSpanish(
            "El nostre punt de partida: en una ciutat hi ha qui té diners, qui té coneixement i qui coneix els problemes, i sovint no es troben. Torí té una llarga tradició de dissenyar solucions amb actors diversos, als seus centres.",
            "Nuestro punto de partida: en una ciudad hay quien tiene dinero, quien tiene conocimiento y quien conoce los problemas, y a menudo no se encuentran. Turín tiene una larga tradición de diseñar soluciones con actores diversos, en sus centros."),
        Solution = CatalanSpanish(
            "Moltes entitats sota un sol nom. Què hi fan juntes, no ho diu cap de les nostres fonts.",
            "Muchas entidades bajo un solo nombre. Qué hacen juntas, no lo dice ninguna de nuestras fuentes."),
        Approach = CatalanSpanish(
            "No sabem com s’hi va arribar. El que ens interessa és el camí: com es passa de dotze a tres-centes vint sense que la taula deixi de ser útil.",
            "No sabemos cómo se llegó. Lo que nos interesa es el camino: cómo se pasa de doce a trescientas veinte sin que la mesa deje de ser útil."),
        Participation = CatalanSpanish(
            """
            El que volem preguntar-los:

            - qui decideix, quan sou tants?
            - què fa una entitat petita el primer mes?
            - què canvia quan es creix?
            """,
            """
            Lo que queremos preguntarles:

            - ¿quién decide, cuando son tantos?
            - ¿qué hace una entidad pequeña el primer mes?
            - ¿qué cambia cuando se crece?
            """),
        Outcomes = CatalanSpanish(
            "De 12 entitats el 2017 a 320. Que creixi el nombre no diu encara què ha canviat per a la gent: aquesta dada no la tenim.",
            "De 12 entidades en 2017 a 320. Que crezca el número no dice todavía qué ha cambiado para la gente: ese dato no lo tenemos."),
        Transferability = CatalanSpanish(
            "El nostre consell a un pol: comenceu pocs, amb un nom i una pàgina que digui per què hi sou. Comptar membres és fàcil; compteu també qui ha fet alguna cosa junts.",
            "Nuestro consejo a un polo: empiecen pocos, con un nombre y una página que diga por qué están. Contar miembros es fácil; cuenten también quién ha hecho algo en común."),
        Lessons = CatalanSpanish(
            "No sabem què no va funcionar a Torino Social Impact. De la ciutat, un text de juliol de 2021 diu que encara vol trobar la millor manera de passar a la gestió compartida. És una dificultat que ens fem nostra.",
            "No sabemos qué no funcionó en Torino Social Impact. De la ciudad, un texto de julio de 2021 dice que todavía quiere encontrar la mejor manera de pasar a la gestión compartida. Es una dificultad que hacemos nuestra."),
        Sectors = ["a19"],
        Territory = "IT-21",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        Sdgs = ["8", "11", "17"],
        Beneficiaries = ["sseOrganisations"],
        Results =
        [
            new() { What = CatalanSpanish("Entitats el 2017", "Entidades en 2017"), Figure = "12", Source = "vita.it (Torino Social Impact)", Date = "2017" },
            new() { What = CatalanSpanish("Entitats més tard", "Entidades más tarde"), Figure = "320", Source = "vita.it (Torino Social Impact)" },
        ],
        Conditions =
        [
            new() { Determinant = "C2.3", IsRequired = true, Text = CatalanSpanish("Algú amb prou pes per convocar la primera reunió.", "Alguien con peso suficiente para convocar la primera reunión.") },
            new() { Determinant = "C4.1", IsRequired = true, Text = CatalanSpanish("Xarxes diferents que s’obrin les unes a les altres.", "Redes distintas que se abran unas a otras.") },
            new() { Determinant = "C3.7", Text = CatalanSpanish("Una manera de decidir que aguanti quan sou molts.", "Una manera de decidir que aguante cuando son muchos.") },
        ],
        Risks =
        [
            new()
            {
                Name = CatalanSpanish("Molts noms a la llista i poca gent a la taula.", "Muchos nombres en la lista y poca gente en la mesa."),
                Coping = CatalanSpanish(
                    "Demanar a cada entitat una cosa concreta l’any, i dir quines no n’han fet cap.",
                    "Pedir a cada entidad una cosa concreta al año, y decir cuáles no han hecho ninguna."),
            },
        ],
        Credit = "Torino Social Impact. Font: vita.it; Respond, Rebuild, Reinvent, 22.07.2021. Preguntes, condicions, riscos i consells del pol de Barcelona.",
        FunderNotice = FunderNotices.RrrCatalan,
    };
}
