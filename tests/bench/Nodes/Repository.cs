namespace Citess.Bench.Nodes;

/// <summary>Where the checkout is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The measurements run outside the repository.");
        }

        return folder;
    }
}
