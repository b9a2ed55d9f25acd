namespace Citess.Poles.Components;

internal static class LongText
{
    /// <summary>Browsers drop the first line break of a textarea: one more keeps the writer's own.</summary>
    public static string? Kept(string? value) => value is ['\n' or '\r', ..] ? "\n" + value : value;
}
