namespace Citess.Poles.Tests.Kernel;

/// <summary>The files of this repository, for tests of what no compiler sees.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Source => Path.Combine(Root, "src");

    public static IEnumerable<string> SourceFiles(string pattern)
        => System.IO.Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("The tests run outside the repository.")
        : File.Exists(Path.Combine(folder.FullName, "CitessFederation.sln")) ? folder.FullName : Find(folder.Parent);
}
