using Citess.Poles.Practices.Fit;

namespace Citess.Server.Demo;

/// <summary>What is in place in Sidi Bouzid, invented for the demo.</summary>
internal static class SidiBouzidFit
{
    public static IReadOnlyList<FitReply> All { get; } =
    [
        new() { Determinant = "C1.1", Presence = Presence.Partly, Note = "بيانات للعرض: الثقة قائمة بين الجمعيات، وأقلّ منها مع الإدارة." },
        new() { Determinant = "C2.1", Presence = Presence.Missing },
        new() { Determinant = "C2.2", Presence = Presence.InPlace },
        new() { Determinant = "C2.4", Presence = Presence.Partly, Note = "بيانات للعرض: السوق قريبة، والماء ينقص في الصيف." },
        new() { Determinant = "C2.5", Presence = Presence.InPlace },
        new() { Determinant = "C3.1", Presence = Presence.Partly },
        new() { Determinant = "C3.3", Presence = Presence.InPlace },
        new() { Determinant = "C3.4", Presence = Presence.InPlace, Note = "بيانات للعرض: مجامع فلاحية نشيطة في أغلب المعتمديات." },
    ];
}
