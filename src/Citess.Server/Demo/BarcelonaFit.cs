using Citess.Poles.Practices.Fit;

namespace Citess.Server.Demo;

/// <summary>What is in place in Barcelona, invented for the demo.</summary>
internal static class BarcelonaFit
{
    public static IReadOnlyList<FitReply> All { get; } =
    [
        new() { Determinant = "C1.1", Presence = Presence.InPlace, Note = "Demostració: anys de projectes compartits." },
        new() { Determinant = "C2.1", Presence = Presence.InPlace },
        new() { Determinant = "C2.2", Presence = Presence.InPlace },
        new() { Determinant = "C2.3", Presence = Presence.Partly },
        new() { Determinant = "C2.4", Presence = Presence.InPlace },
        new() { Determinant = "C2.5", Presence = Presence.InPlace },
        new() { Determinant = "C2.6", Presence = Presence.InPlace },
        new() { Determinant = "C3.1", Presence = Presence.InPlace },
        new() { Determinant = "C3.2", Presence = Presence.Missing, Note = "Demostració: cap ministeri no hi participa encara." },
        new() { Determinant = "C3.3", Presence = Presence.InPlace },
        new() { Determinant = "C3.4", Presence = Presence.InPlace },
        new() { Determinant = "C3.5", Presence = Presence.InPlace },
        new() { Determinant = "C4.1", Presence = Presence.InPlace, Note = "Demostració: xarxes de ciutats i de l’economia social." },
    ];
}
