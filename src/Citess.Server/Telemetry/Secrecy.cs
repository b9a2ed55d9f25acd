namespace Citess.Server.Telemetry;

/// <summary>In some addresses a secret stands that lets in whoever reads it: they are in no trace and no log.</summary>
internal static class Secrecy
{
    private static readonly string[] Marks = ["/invitation/", "/sheet/", "/guest/"];

    public static bool HasSecret(string? path) => path is not null && Marks.Any(mark => path.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>As it may stand in a log.</summary>
    public static string? Shown(string? path) => HasSecret(path) ? "An address with a secret" : path;
}
