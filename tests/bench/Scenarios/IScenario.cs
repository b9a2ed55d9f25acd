using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>One thing to measure, in all servers that can do it, by turns.</summary>
internal interface IScenario
{
    string Name { get; }

    Task RunAsync(Figures figures);
}
