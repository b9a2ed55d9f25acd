using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>Empty shops and young artists, learned from Turin.</summary>
internal static class CasaBottega
{
    public static Practice Content { get; } = new()
    {
        Title = CatalanSpanish("CasaBottega: persianes abaixades que tornen a pujar (Torí)", "CasaBottega: persianas bajadas que vuelven a subir (Turín)"),
        Line = CatalanSpanish(
            "Botigues buides de Barriera di Milano convertides en tallers on joves artistes poden viure i mostrar el seu art.",
            "Tiendas vacías de Barriera di Milano convertidas en talleres donde jóvenes artistas pueden vivir y mostrar su arte."),
        Overview = CatalanSpanish(
            "El nostre punt de partida: un local buit no fa servei a ningú, i qui comença a crear busca lloc. A Barriera di Milano, a Torí, espais comercials buits s’han convertit en espais de creació.",
            "Nuestro punto de partida: un local vacío no sirve a nadie, y quien empieza a crear busca sitio. En Barriera di Milano, en Turín, espacios comerciales vacíos se han convertido en espacios de creación."),
        Solution = CatalanSpanish(
            "Una crida i una ajuda de 5.000 € per a cada grup. Joves creadors s’han instal·lat en llocs on poden viure i posar el seu art a l’abast del barri i de la ciutat. Hi ha actors, músics, cineastes, poetes, artistes visuals i comunicadors.",
            "Una convocatoria y una ayuda de 5.000 € para cada grupo. Jóvenes creadores se han instalado en lugares donde pueden vivir y poner su arte al alcance del barrio y de la ciudad. Hay actores, músicos, cineastas, poetas, artistas visuales y comunicadores."),
        Approach = CatalanSpanish(
            "L’ajuda és la mateixa per a cada grup, i s’aprofiten espais que ja hi eren. Com es van trobar els locals i qui els va arreglar, la font no ho explica: les fases de sota són la nostra proposta.",
            "La ayuda es la misma para cada grupo, y se aprovechan espacios que ya estaban. Cómo se encontraron los locales y quién los arregló, la fuente no lo cuenta: las fases de abajo son nuestra propuesta."),
        Participation = CatalanSpanish(
            "Ho van concebre i dur a terme, en col·laboració publicoprivada, entitats actives al barri. El veïnat i els joves artistes hi proven formes noves de ciutadania activa.",
            "Lo concibieron y llevaron a cabo, en colaboración público-privada, entidades activas en el barrio. El vecindario y los jóvenes artistas prueban formas nuevas de ciudadanía activa."),
        Outcomes = CatalanSpanish(
            "De 25 candidatures se’n van escollir 7. Hi ha hagut 78 activitats i 342 persones implicades. El projecte va cridar l’atenció de les altres vuit ciutats de Respond, Rebuild, Reinvent.",
            "De 25 candidaturas se eligieron 7. Ha habido 78 actividades y 342 personas implicadas. El proyecto llamó la atención de las otras ocho ciudades de Respond, Rebuild, Reinvent."),
        Transferability = CatalanSpanish(
            "Per a nosaltres es pot copiar sencera o a trossos: fer el mapa dels locals buits, o fer la crida, o demanar la porta oberta. El que no es pot saltar és conèixer els propietaris i el barri.",
            "Para nosotros se puede copiar entera o a trozos: hacer el mapa de los locales vacíos, o la convocatoria, o pedir la puerta abierta. Lo que no se puede saltar es conocer a los propietarios y el barrio."),
        Lessons = CatalanSpanish(
            "La font no diu què no va funcionar, ni si els locals continuen oberts, ni qui en paga el lloguer. També ens fem una pregunta: qui marxa del barri quan el carrer es posa de moda?",
            "La fuente no dice qué no funcionó, ni si los locales siguen abiertos, ni quién paga el alquiler. También nos hacemos una pregunta: ¿quién se va del barrio cuando la calle se pone de moda?"),
        Sectors = ["a18", "a12"],
        Territory = "IT-21",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Micro,
        Cost = 35000,
        Currency = "EUR",
        CostNote = CatalanSpanish(
            "Només les ajudes, segons el nostre càlcul: set grups a 5.000 €. La resta no surt a la font.",
            "Solo las ayudas, según nuestro cálculo: siete grupos a 5.000 €. El resto no sale en la fuente."),
        Sdgs = ["8", "11"],
        Beneficiaries = ["youngPeople", "everyone"],
        Phases =
        [
            new()
            {
                Name = CatalanSpanish("Proposta nostra: buscar els locals", "Propuesta nuestra: buscar los locales"),
                Actors = CatalanSpanish("entitats del barri\npropietaris\najuntament", "entidades del barrio\npropietarios\nayuntamiento"),
                Resources = CatalanSpanish("un mapa de locals buits", "un mapa de locales vacíos"),
                Actions = CatalanSpanish(
                    "comptar persianes abaixades\nparlar amb els propietaris\npactar condicions",
                    "contar persianas bajadas\nhablar con los propietarios\npactar condiciones"),
            },
            new()
            {
                Name = CatalanSpanish("Proposta nostra: la crida", "Propuesta nuestra: la convocatoria"),
                Actors = CatalanSpanish("grups de joves creadors\nqui selecciona", "grupos de jóvenes creadores\nquien selecciona"),
                Resources = CatalanSpanish("una ajuda igual per a cada grup\nunes bases curtes", "una ayuda igual para cada grupo\nunas bases cortas"),
                Actions = CatalanSpanish("rebre candidatures\ntriar grups\nsignar què dona cadascú", "recibir candidaturas\nelegir grupos\nfirmar qué da cada uno"),
            },
            new()
            {
                Name = CatalanSpanish("Proposta nostra: obrir la porta", "Propuesta nuestra: abrir la puerta"),
                Actors = CatalanSpanish("grups escollits\nveïnat", "grupos elegidos\nvecindario"),
                Resources = CatalanSpanish("els locals arreglats", "los locales arreglados"),
                Actions = CatalanSpanish(
                    "viure-hi i treballar-hi\nfer activitats obertes\ncomptar qui ve",
                    "vivir y trabajar en ellos\nhacer actividades abiertas\ncontar quién viene"),
            },
        ],
        Results =
        [
            new() { What = CatalanSpanish("Grups que s’hi van presentar", "Grupos que se presentaron"), Figure = "25", Source = "viabaltea.it/CasaBottega" },
            new() { What = CatalanSpanish("Grups escollits", "Grupos elegidos"), Figure = "7", Source = "viabaltea.it/CasaBottega" },
            new() { What = CatalanSpanish("Euros per a cada grup", "Euros para cada grupo"), Figure = "5000", Source = "Respond, Rebuild, Reinvent, 30.11.2021", Date = "2021-11" },
            new() { What = CatalanSpanish("Activitats fetes", "Actividades hechas"), Figure = "78", Source = "cronacaqui.it (CasaBottega)" },
            new() { What = CatalanSpanish("Persones implicades", "Personas implicadas"), Figure = "342", Source = "cronacaqui.it (CasaBottega)" },
        ],
        Conditions =
        [
            new() { Determinant = "C2.4", IsRequired = true, Text = CatalanSpanish("Locals buits que es puguin arreglar amb poc.", "Locales vacíos que se puedan arreglar con poco.") },
            new() { Determinant = "C3.1", IsRequired = true, Text = CatalanSpanish("Un ajuntament que faciliti permisos i usos temporals.", "Un ayuntamiento que facilite permisos y usos temporales.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = CatalanSpanish("Entitats que ja siguin al barri i hi tinguin confiança.", "Entidades que ya estén en el barrio y tengan su confianza.") },
            new() { Determinant = "C2.1", IsRequired = true, Text = CatalanSpanish("Un fons per a ajudes petites i per a qui acompanya.", "Un fondo para ayudas pequeñas y para quien acompaña.") },
            new() { Determinant = "C1.1", Text = CatalanSpanish("Propietaris que acceptin provar.", "Propietarios que acepten probar.") },
        ],
        Risks =
        [
            new()
            {
                Name = CatalanSpanish("Quan s’acaba l’ajuda, la persiana torna a baixar.", "Cuando se acaba la ayuda, la persiana vuelve a bajar."),
                Coping = CatalanSpanish(
                    "Pactar el lloguer per a uns quants anys abans d’entrar-hi i buscar ingressos des del primer mes.",
                    "Pactar el alquiler para varios años antes de entrar y buscar ingresos desde el primer mes."),
            },
            new()
            {
                Name = CatalanSpanish("El barri s’encareix i els veïns marxen.", "El barrio se encarece y los vecinos se van."),
                Coping = CatalanSpanish(
                    "Seguir els lloguers del voltant i guardar locals per a oficis del mateix barri.",
                    "Seguir los alquileres de alrededor y guardar locales para oficios del mismo barrio."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "empty-shops-map",
                Name = CatalanSpanish("El mapa de locals buits", "El mapa de locales vacíos"),
                Text = CatalanSpanish(
                    "Proposta nostra: un passeig, una llista i els noms dels propietaris. Serveix encara que després no hi hagi crida.",
                    "Propuesta nuestra: un paseo, una lista y los nombres de los propietarios. Sirve aunque después no haya convocatoria."),
            },
            new()
            {
                Id = "small-equal-grants",
                Name = CatalanSpanish("Ajudes petites i iguals", "Ayudas pequeñas e iguales"),
                Text = CatalanSpanish(
                    "La mateixa quantitat per a cada grup. Hi afegim nosaltres: unes bases d’una pàgina.",
                    "La misma cantidad para cada grupo. Añadimos nosotros: unas bases de una página."),
            },
            new()
            {
                Id = "open-door",
                Name = CatalanSpanish("La porta oberta", "La puerta abierta"),
                Text = CatalanSpanish(
                    "Proposta nostra, una obligació clara: activitats obertes al veïnat, comptades i anunciades a l’aparador.",
                    "Propuesta nuestra, una obligación clara: actividades abiertas al vecindario, contadas y anunciadas en el escaparate."),
            },
        ],
        Credit = "CasaBottega, Torí. Font: Respond, Rebuild, Reinvent, 30.11.2021; viabaltea.it; cronacaqui.it. Fases, condicions, riscos, peces i consells del pol de Barcelona.",
        FunderNotice = FunderNotices.RrrCatalan,
    };
}
