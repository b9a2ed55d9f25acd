using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>Coòpolis at Can Batlló: the known facts, and what we propose, in three languages.</summary>
internal static class Coopolis
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanishFrench(
            "Coòpolis, a Can Batlló: què en sabem i què en volem aprendre",
            "Coòpolis, en Can Batlló: qué sabemos y qué queremos aprender",
            "Coòpolis, à Can Batlló : ce que nous en savons et voulons en apprendre"),
        Line = CatalanSpanishFrench(
            "Coòpolis és a Can Batlló, a Barcelona. Hi afegim una proposta nostra: que qui ja coopera acompanyi qui comença.",
            "Coòpolis está en Can Batlló, en Barcelona. Añadimos una propuesta nuestra: que quien ya coopera acompañe a quien empieza.",
            "Coòpolis est à Can Batlló, à Barcelone. Nous y ajoutons une proposition à nous : que qui coopère déjà accompagne qui commence."),
        Overview = CatalanSpanishFrench(
            "El nostre punt de partida: qui vol muntar una cooperativa sovint té la idea i l’equip, però no sap per on comença el paper, el preu o l’acord entre socis. Li cal un lloc conegut on preguntar-ho.",
            "Nuestro punto de partida: quien quiere montar una cooperativa a menudo tiene la idea y el equipo, pero no sabe por dónde empieza el papeleo, el precio o el acuerdo entre socios. Necesita un lugar conocido donde preguntarlo.",
            "Notre point de départ : celles et ceux qui veulent monter une coopérative ont souvent l’idée et l’équipe, mais pas les démarches, le prix ou l’accord entre associés. Il leur faut un endroit connu où poser ces questions."),
        Solution = CatalanSpanishFrench(
            "La nostra proposta, i no una descripció de Coòpolis: un lloc on preguntar, i una cooperativa amb experiència al costat de cada grup nou, des de la primera conversa.",
            "Nuestra propuesta, y no una descripción de Coòpolis: un lugar donde preguntar, y una cooperativa con experiencia al lado de cada grupo nuevo, desde la primera conversación.",
            "Notre proposition, et non une description de Coòpolis : un endroit où demander, et une coopérative d’expérience aux côtés de chaque nouveau groupe, dès la première conversation."),
        Approach = CatalanSpanishFrench(
            "El que sabem: Coòpolis és a Can Batlló, a Barcelona, amb La Ciutat Invisible, Lacol, Impuls Cooperatiu de Sants i Grup ECOS. Què hi fa cadascú, els ho volem preguntar. Les fases de sota són nostres.",
            "Lo que sabemos: Coòpolis está en Can Batlló, en Barcelona, con La Ciutat Invisible, Lacol, Impuls Cooperatiu de Sants y Grup ECOS. Qué hace cada cual, se lo queremos preguntar. Las fases de abajo son nuestras.",
            "Ce que nous savons : Coòpolis est à Can Batlló, à Barcelone, avec La Ciutat Invisible, Lacol, Impuls Cooperatiu de Sants et Grup ECOS. Ce que fait chacun, nous voulons le leur demander. Les étapes plus bas sont de nous."),
        Participation = CatalanSpanishFrench(
            "El que volem preguntar a Coòpolis: qui decideix, i com? Qui acull un grup nou? Què demaneu al barri i què li doneu?",
            "Lo que queremos preguntar a Coòpolis: ¿quién decide, y cómo? ¿Quién acoge a un grupo nuevo? ¿Qué piden al barrio y qué le dan?",
            "Ce que nous voulons demander à Coòpolis : qui décide, et comment ? Qui accueille un nouveau groupe ? Que demandez-vous au quartier, et que lui donnez-vous ?"),
        Outcomes = CatalanSpanishFrench(
            "No posem resultats ni xifres de Coòpolis: no en tenim cap de contrastat.",
            "No ponemos resultados ni cifras de Coòpolis: no tenemos ninguno contrastado.",
            "Nous ne donnons ni résultats ni chiffres de Coòpolis : nous n’en avons aucun de vérifié."),
        Transferability = CatalanSpanishFrench(
            "Tres consells nostres: que acompanyin cooperatives i no consultores, que el lloc sigui a prop de la gent, i que la primera conversa no demani papers. L’edifici és el de menys: cadascú té el seu.",
            "Tres consejos nuestros: que acompañen cooperativas y no consultoras, que el lugar esté cerca de la gente, y que la primera conversación no pida papeles. El edificio es lo de menos: cada uno tiene el suyo.",
            "Trois conseils de nous : que des coopératives accompagnent, et non des cabinets ; que le lieu soit près des gens ; que la première conversation ne demande pas de papiers. Le bâtiment importe moins : chacun a le sien."),
        Lessons = CatalanSpanishFrench(
            "No sabem què no ha funcionat a Coòpolis. El nostre parer: on falta gent organitzada, començar per l’edifici és començar pel final.",
            "No sabemos qué no ha funcionado en Coòpolis. Nuestro parecer: donde falta gente organizada, empezar por el edificio es empezar por el final.",
            "Nous ne savons pas ce qui n’a pas marché à Coòpolis. Notre avis : là où manquent des gens organisés, commencer par le bâtiment, c’est commencer par la fin."),
        Sectors = ["a13"],
        Territory = "ES-B",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        Sdgs = ["8", "11", "17"],
        Beneficiaries = ["entrepreneurs", "sseOrganisations"],
        Phases =
        [
            new()
            {
                Name = CatalanSpanishFrench("Proposta nostra: la primera conversa", "Propuesta nuestra: la primera conversación", "Notre proposition : la première conversation"),
                Actors = CatalanSpanishFrench("un grup amb una idea\nqui acull", "un grupo con una idea\nquien acoge", "un groupe et son idée\nla personne qui accueille"),
                Resources = CatalanSpanishFrench("una taula i una hora", "una mesa y una hora", "une table et une heure"),
                Actions = CatalanSpanishFrench(
                    "escoltar\nveure si és cosa d’una cooperativa\ndir el pas següent",
                    "escuchar\nver si es cosa de una cooperativa\ndecir el paso siguiente",
                    "écouter\nvoir si c’est l’affaire d’une coopérative\ndire la prochaine étape"),
            },
            new()
            {
                Name = CatalanSpanishFrench("Proposta nostra: aprendre i començar", "Propuesta nuestra: aprender y empezar", "Notre proposition : apprendre et démarrer"),
                Actors = CatalanSpanishFrench("el grup\nuna cooperativa que ja ho ha fet", "el grupo\nuna cooperativa que ya lo ha hecho", "le groupe\nune coopérative qui l’a déjà fait"),
                Resources = CatalanSpanishFrench("formació\nacompanyament", "formación\nacompañamiento", "formation\naccompagnement"),
                Actions = CatalanSpanishFrench(
                    "aprendre comptes i acords\nprovar preus\nescriure estatuts",
                    "aprender cuentas y acuerdos\nprobar precios\nescribir estatutos",
                    "apprendre comptes et accords\nessayer des prix\nécrire des statuts"),
            },
        ],
        Conditions =
        [
            new() { Determinant = "C3.4", IsRequired = true, Text = CatalanSpanishFrench(
                "Cooperatives amb experiència que vulguin acompanyar-ne de noves.",
                "Cooperativas con experiencia que quieran acompañar a otras nuevas.",
                "Des coopératives aguerries qui veulent en accompagner de nouvelles.") },
            new() { Determinant = "C2.4", Text = CatalanSpanishFrench(
                "Un lloc on trobar-se, encara que sigui prestat.",
                "Un lugar donde encontrarse, aunque sea prestado.",
                "Un endroit où se retrouver, même prêté.") },
            new() { Determinant = "C2.1", IsRequired = true, Text = CatalanSpanishFrench(
                "Diners per pagar les hores de qui acompanya.",
                "Dinero para pagar las horas de quien acompaña.",
                "De quoi payer les heures de celles et ceux qui accompagnent.") },
            new() { Determinant = "C3.1", Text = CatalanSpanishFrench(
                "Administracions que hi sumin recursos sense dirigir-ho.",
                "Administraciones que sumen recursos sin dirigirlo.",
                "Des administrations qui apportent des moyens sans diriger.") },
        ],
        Risks =
        [
            new()
            {
                Name = CatalanSpanishFrench(
                    "Qui acompanya es cansa o deixa la seva pròpia cooperativa de banda.",
                    "Quien acompaña se cansa o deja de lado su propia cooperativa.",
                    "Qui accompagne s’épuise ou délaisse sa propre coopérative."),
                Coping = CatalanSpanishFrench(
                    "Hores pagades, amb un màxim, i relleu cada any.",
                    "Horas pagadas, con un máximo, y relevo cada año.",
                    "Des heures payées, plafonnées, et un relais chaque année."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "peers-accompany",
                Name = CatalanSpanishFrench("Acompanyen les iguals", "Acompañan las iguales", "Accompagner entre pairs"),
                Text = CatalanSpanishFrench(
                    "Proposta nostra: cada grup nou té una cooperativa de referència, amb hores pagades i un final acordat.",
                    "Propuesta nuestra: cada grupo nuevo tiene una cooperativa de referencia, con horas pagadas y un final acordado.",
                    "Notre proposition : chaque nouveau groupe a une coopérative de référence, avec des heures payées et une fin convenue."),
            },
        ],
        Credit = "Coòpolis, La Ciutat Invisible, Lacol, Impuls Cooperatiu de Sants, Grup ECOS. Font: bcn.coop, pàgines públiques. Proposta, fases, condicions, riscos i consells del pol de Barcelona.",
    };
}
