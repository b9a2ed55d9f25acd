using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Server.Demo.Told;

namespace Citess.Server.Demo;

internal static class BarcelonaPractices
{
    public static IReadOnlyList<(string Id, Practice Content, Audience Audience)> All { get; } =
    [
        ("01JDEMPRCTBARCA00000000001", Rikx.Content, Audience.Public),
        ("01JDEMPRCTBARCA00000000002", CasaBottega.Content, Audience.Public),
        ("01JDEMPRCTBARCA00000000003", WarsawProcurement.Content, Audience.Public),
        ("01JDEMPRCTBARCA00000000004", TorinoSocialImpact.Content, Audience.Network),
        ("01JDEMPRCTBARCA00000000005", Coopolis.Content, Audience.Public),
        ("01JDEMPRCTBARCA00000000006", PamAPam.Content, Audience.Public),
    ];
}
