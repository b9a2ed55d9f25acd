using Citess.Poles.Practices;
using Citess.Poles.Practices.Fit;

namespace Citess.Poles.Tests.Practices.Fit;

/// <summary>What Mahdia says of itself.</summary>
internal static class FitExamples
{
    public const string Amira = "01JDEMPERS0AMRA00000000001";
    public const string Youssef = "01JDEMPERS0YSSF00000000001";

    public static DateTimeOffset Spring { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static FitReply Trust { get; } = new() { Determinant = "C1.1", Presence = Presence.InPlace, Note = "Trois projets menés ensemble." };

    public static FitReply Money { get; } = new() { Determinant = "C2.1", Presence = Presence.Missing };

    public static FitReply Roads { get; } = new() { Determinant = "C2.4", Presence = Presence.Partly, Note = "L’eau manque en été." };

    /// <summary>The profile after these replies of Amira in the spring.</summary>
    public static FitProfile Says(params FitReply[] replies) => new FitProfile().Apply(replies, 0, Spring, Amira);

    public static PracticeCondition Needs(string determinant, bool isRequired = true) => new() { Determinant = determinant, IsRequired = isRequired };
}
