using System.Reflection;

namespace Citess.Architecture.Tests;

/// <summary>The repository and its assemblies, as the rules of the house see them.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyDictionary<string, Assembly> Assemblies { get; } = new[] { "Citess.ActivityPub", "Citess.Poles", "Citess.Storage", "Citess.Server", "citess" }
        .ToDictionary(name => name, Assembly.Load, StringComparer.Ordinal);

    public static IEnumerable<string> Files(string folder, params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
