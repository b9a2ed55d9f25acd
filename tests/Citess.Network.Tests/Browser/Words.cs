using System.Globalization;
using System.Text.Json;
using Citess.Poles.Components.Layout;

namespace Citess.Network.Tests.Browser;

/// <summary>The words of the pages, as a reader of one language finds them.</summary>
internal static class Words
{
    private static readonly Dictionary<string, JsonElement> All = Read();

    public static string Of(string language, string key, params string[] values) =>
        string.Format(CultureInfo.InvariantCulture, All[key].GetProperty(language).GetString()!, values);

    private static Dictionary<string, JsonElement> Read()
    {
        var assembly = typeof(App).Assembly;
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var text in JsonDocument.Parse(stream).RootElement.EnumerateObject())
            {
                all[text.Name] = text.Value;
            }
        }

        return all;
    }
}
