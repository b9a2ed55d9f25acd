using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Server.Demo.Told;

namespace Citess.Server.Demo;

internal static class MahdiaPractices
{
    public static IReadOnlyList<(string Id, Practice Content, Audience Audience)> All { get; } =
    [
        ("01JDEMPRCTMAHDA00000000001", OneStopShop.Content, Audience.Public),
        ("01JDEMPRCTMAHDA00000000002", LingareSpaces.Content, Audience.Public),
        ("01JDEMPRCTMAHDA00000000003", MontrealConcertation.Content, Audience.Public),
        ("01JDEMPRCTMAHDA00000000004", DecreeTracker.Content, Audience.Public),
        ("01JDEMPRCTMAHDA00000000005", HrayerElKhmara.Content, Audience.Public),
        ("01JDEMPRCTMAHDA00000000006", SmsaTahadi.Content, Audience.Public),
    ];
}
