using Citess.Poles.Practices.Fit;

namespace Citess.Server.Demo;

/// <summary>What is in place in Mahdia, invented for the demo.</summary>
internal static class MahdiaFit
{
    public static IReadOnlyList<FitReply> All { get; } =
    [
        new() { Determinant = "C1.1", Presence = Presence.InPlace, Note = "Démonstration : trois projets déjà menés ensemble." },
        new() { Determinant = "C2.1", Presence = Presence.Missing, Note = "Démonstration : le lancement serait couvert, pas la deuxième année." },
        new() { Determinant = "C2.2", Presence = Presence.InPlace },
        new() { Determinant = "C2.4", Presence = Presence.Partly, Note = "Démonstration : le marché et la route, mais peu de réseau dans l’arrière-pays." },
        new() { Determinant = "C2.5", Presence = Presence.InPlace },
        new() { Determinant = "C2.6", Presence = Presence.Partly, Note = "Démonstration : la comptabilité oui, l’exportation non." },
        new() { Determinant = "C3.1", Presence = Presence.InPlace },
        new() { Determinant = "C3.2", Presence = Presence.Partly },
        new() { Determinant = "C3.3", Presence = Presence.InPlace },
        new() { Determinant = "C3.4", Presence = Presence.InPlace },
        new() { Determinant = "C3.6", Presence = Presence.Missing },
    ];
}
