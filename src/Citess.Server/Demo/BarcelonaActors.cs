using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>Real ones carry only what is public about them; the others are made up, and their names say so.</summary>
internal static class BarcelonaActors
{
    public const string Workshop = "01JDEMACTRBARCA00000000007";
    public const string Savings = "01JDEMACTRBARCA00000000008";
    public const string Town = "01JDEMACTRBARCA00000000009";

    public static IReadOnlyList<(string Id, SseActor Content, Audience Audience)> All { get; } =
    [
        ("01JDEMACTRBARCA00000000001", new()
        {
            Name = CatalanSpanish("Coòpolis", "Coòpolis"),
            Line = CatalanSpanish("Suport a l’economia cooperativa, a Can Batlló.", "Apoyo a la economía cooperativa, en Can Batlló."),
            About = CatalanSpanish(
                "A Can Batlló, Barcelona, amb La Ciutat Invisible, Lacol, Impuls Cooperatiu de Sants i Grup ECOS.",
                "En Can Batlló, Barcelona, con La Ciutat Invisible, Lacol, Impuls Cooperatiu de Sants y Grup ECOS."),
            Kind = ActorKind.SupportOrganisation,
            Constituency = Constituency.SseOrganisations,
            Territory = "ES-B",
        }, Audience.Public),
        ("01JDEMACTRBARCA00000000002", Cooperative("La Ciutat Invisible"), Audience.Public),
        ("01JDEMACTRBARCA00000000003", Cooperative("Lacol"), Audience.Public),
        ("01JDEMACTRBARCA00000000004", Network("Impuls Cooperatiu de Sants"), Audience.Public),
        ("01JDEMACTRBARCA00000000005", Network("Grup ECOS"), Audience.Public),
        ("01JDEMACTRBARCA00000000006", new()
        {
            Name = CatalanSpanish("Pam a Pam", "Pam a Pam"),
            Line = CatalanSpanish("Mapa de l’economia social i solidària.", "Mapa de la economía social y solidaria."),
            Kind = ActorKind.Network,
            Constituency = Constituency.SseOrganisations,
            Territory = "ES-CT",
        }, Audience.Public),
        (Workshop, new()
        {
            Name = CatalanSpanish("Taller de les Eines (demostració)", "Taller de las Herramientas (demostración)"),
            Line = CatalanSpanish("Associació inventada que ensenya a portar comptes i a repartir la feina.", "Asociación inventada que enseña a llevar cuentas y a repartir el trabajo."),
            Kind = ActorKind.SupportOrganisation,
            Constituency = Constituency.CivilSociety,
            Level = InterventionLevel.Local,
            LegalForm = "associació",
            Sectors = ["a16"],
            Territory = "ES-B",
            Members = 14,
            Women = 9,
            Young = 6,
            Telephone = "+34 000 000 101",
            Email = "taller@example.org",
        }, Audience.Public),
        (Savings, new()
        {
            Name = CatalanSpanish("Estalvi del Barri (demostració)", "Ahorro del Barrio (demostración)"),
            Line = CatalanSpanish("Secció de crèdit inventada: els veïns presten a les cooperatives veïnes.", "Sección de crédito inventada: los vecinos prestan a las cooperativas vecinas."),
            Kind = ActorKind.FinancingBody,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            LegalForm = "cooperativa",
            Sectors = ["a11"],
            Territory = "ES-B",
            Members = 230,
            Women = 121,
            Telephone = "+34 000 000 102",
        }, Audience.Public),
        (Town, new()
        {
            Name = CatalanSpanish("Oficina municipal d’exemple (demostració)", "Oficina municipal de ejemplo (demostración)"),
            Line = CatalanSpanish("Servei públic inventat que obre locals buits i petites compres.", "Servicio público inventado que abre locales vacíos y pequeñas compras."),
            Kind = ActorKind.PublicAuthority,
            Constituency = Constituency.PublicBodies,
            Level = InterventionLevel.Local,
            Sectors = ["a15"],
            Territory = "ES-B",
        }, Audience.Public),
        ("01JDEMACTRBARCA00000000010", new()
        {
            Name = CatalanSpanish("Cosidores de la Plaça (demostració)", "Costureras de la Plaza (demostración)"),
            Line = CatalanSpanish("Grup informal inventat que arregla roba i vol obrir taller.", "Grupo informal inventado que arregla ropa y quiere abrir taller."),
            Kind = ActorKind.InformalGroup,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            Sectors = ["a03", "a19"],
            Territory = "ES-B",
            Members = 7,
            Women = 7,
            Young = 2,
        }, Audience.Network),
    ];

    private static SseActor Cooperative(string name) => new()
    {
        Name = CatalanSpanish(name, name),
        Line = CatalanSpanish("Cooperativa de Barcelona, al voltant de Coòpolis.", "Cooperativa de Barcelona, en torno a Coòpolis."),
        Kind = ActorKind.Enterprise,
        Constituency = Constituency.SseOrganisations,
        LegalForm = "cooperativa",
        Territory = "ES-B",
    };

    private static SseActor Network(string name) => new()
    {
        Name = CatalanSpanish(name, name),
        Line = CatalanSpanish("Agrupació de l’economia cooperativa de Barcelona, al voltant de Coòpolis.", "Agrupación de la economía cooperativa de Barcelona, en torno a Coòpolis."),
        Kind = ActorKind.Network,
        Constituency = Constituency.SseOrganisations,
        Territory = "ES-B",
    };
}
