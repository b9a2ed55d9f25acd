namespace Citess.Network.Tests.Browser;

/// <summary>What every page keeps to.</summary>
internal static class PageRules
{
    private static readonly HashSet<string> Visitors = new(StringComparer.Ordinal)
    {
        "/", "/actor/{Id}", "/directory", "/failure", "/from/{Authority}/practice/{Id}", "/from/{Authority}/service/{Id}", "/from/{Authority}/actor/{Id}", "/invitation/{Secret}", "/not-allowed", "/not-found",
        "/partners", "/pole/{Id}", "/practice/{Id}", "/practices", "/problems", "/service/{Id}", "/services", "/set-up", "/sign-in", "/way-back",
    };

    public static bool IsForVisitors(string route) => Visitors.Contains(route);
}
