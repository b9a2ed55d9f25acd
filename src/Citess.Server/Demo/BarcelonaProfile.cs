using Citess.Poles.Profile;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>Barcelona, in Catalan with Spanish.</summary>
internal static class BarcelonaProfile
{
    public static PoleProfile Content { get; } = new()
    {
        Name = CatalanSpanish("Pol CitESS Barcelona", "Polo CitESS Barcelona"),
        Line = CatalanSpanish(
            "Un lloc on trobar companys, espais i diners per fer economia d’una altra manera.",
            "Un lugar donde encontrar compañeros, espacios y dinero para hacer economía de otra manera."),
        About = CatalanSpanish(
            """
            Acompanyem cooperatives, associacions i grups que comencen, i els posem en contacte amb qui ja ho ha fet: a la ciutat i a l’altra banda de la Mediterrània.

            ## Què hi trobareu

            - gent que escolta abans de respondre
            - un directori viu de qui fa què
            - pràctiques d’altres pols, amb el que no ha funcionat

            *Dades de demostració.*
            """,
            """
            Acompañamos a cooperativas, asociaciones y grupos que empiezan, y los ponemos en contacto con quien ya lo ha hecho: en la ciudad y al otro lado del Mediterráneo.

            ## Qué encontrarán

            - gente que escucha antes de responder
            - un directorio vivo de quién hace qué
            - prácticas de otros polos, con lo que no ha funcionado

            *Datos de demostración.*
            """),
        Territory = "ES-B",
        Perimeter = CatalanSpanish("Barcelona i els municipis del voltant", "Barcelona y los municipios de alrededor"),
        Languages = ["ca", "es", "fr"],
        Telephone = "+34 000 000 008",
        IsDemo = true,
    };
}
