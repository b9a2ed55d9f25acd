using Citess.Poles.Kernel;
using Citess.Poles.Practices;

namespace Citess.Network.Tests.House;

/// <summary>Practices to send around, each told from the other by its name.</summary>
public static class Samples
{
    public static string NewId() => Ulid.NewUlid().ToString();

    public static Practice Practice(string title, string body = "Nous réparons **ensemble**.") => new()
    {
        Title = MultilingualText.Of("fr", title, ("ar", "ورشة الإصلاح")),
        Line = MultilingualText.Of("fr", "Réparer plutôt que jeter."),
        Body = MultilingualText.Of("fr", body),
        Sectors = ["a01"],
        Territory = "TN-53",
        Status = PracticeStatus.Running,
    };
}
