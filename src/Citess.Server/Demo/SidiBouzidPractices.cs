using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Server.Demo.Told;

namespace Citess.Server.Demo;

internal static class SidiBouzidPractices
{
    public static IReadOnlyList<(string Id, Practice Content, Audience Audience)> All { get; } =
    [
        ("01JDEMPRCTSBZDA00000000001", IessProject.Content, Audience.Public),
        ("01JDEMPRCTSBZDA00000000002", DublinAwards.Content, Audience.Public),
        ("01JDEMPRCTSBZDA00000000003", CivicInnovationOffice.Content, Audience.Public),
        ("01JDEMPRCTSBZDA00000000004", MarketDayRounds.Content, Audience.Public),
        ("01JDEMPRCTSBZDA00000000005", SmsaElWafa.Content, Audience.Public),
    ];
}
