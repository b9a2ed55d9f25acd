using Citess.Bench.Nodes;

namespace Citess.Bench.Scenarios;

/// <summary>Who is compared, in the order of a round.</summary>
internal static class Lineup
{
    public static bool HasOurs => Wanted("CitESS");

    public static bool HasTheirs => Wanted("Fedify");

    /// <summary>Fresh ones, not started; made one by one, so that one is gone before the next begins.</summary>
    public static IEnumerable<Node> Nodes(string place, bool withMemory)
    {
        if (HasOurs)
        {
            yield return new CitessNode(place);
        }

        if (HasTheirs)
        {
            yield return new FedifyNode("sqlite", place);
            if (withMemory)
            {
                yield return new FedifyNode("memory", place);
            }
        }
    }

    /// <summary>To look into one of them; a ratio needs both.</summary>
    private static bool Wanted(string name) => Environment.GetEnvironmentVariable("BENCH_ONLY") is not { Length: > 0 } only || only == name;
}
