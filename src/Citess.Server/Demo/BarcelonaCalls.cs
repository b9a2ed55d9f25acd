using Citess.Poles.Calls;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>A call that does not exist, and says so.</summary>
internal static class BarcelonaCalls
{
    public static IReadOnlyList<(string Id, Call Content, Audience Audience)> All { get; } =
    [
        ("01JDEMCA00BARCE00000000001", new()
        {
            Title = CatalanSpanish("Espais buits per a iniciatives de barri (demostració)", "Espacios vacíos para iniciativas de barrio (demostración)"),
            Line = CatalanSpanish("Tres ciutats obren locals buits a qui hi vol fer alguna cosa útil.", "Tres ciudades abren locales vacíos a quien quiera hacer algo útil en ellos."),
            About = CatalanSpanish("Convocatòria imaginària, per a la demostració.", "Convocatoria imaginaria, para la demostración."),
            Programme = "Programa de demostració",
            TimeZone = "Europe/Madrid",
            Rules = new()
            {
                LeastPartners = 3,
                LeastCountries = 3,
                Needs = [new() { Role = "public-body", Count = 3 }],
                Budget = 300_000,
                Currency = "EUR",
                Languages = ["en"],
            },
        }, Audience.Public),
    ];
}
