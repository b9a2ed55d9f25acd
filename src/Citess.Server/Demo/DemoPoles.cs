namespace Citess.Server.Demo;

/// <summary>The three poles of the demo, in the order of their ports.</summary>
internal static class DemoPoles
{
    public static IReadOnlyList<IDemoPole> All { get; } = [new MahdiaDemo(), new SidiBouzidDemo(), new BarcelonaDemo()];
}
