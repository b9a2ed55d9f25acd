using System.Globalization;

namespace Citess.Server.Demo.Together;

/// <summary>What a step can speak about.</summary>
/// <param name="Actors">The actor of each pole, by its name.</param>
/// <param name="Events">The hashes of the steps before it, by their ids.</param>
/// <param name="Today">Dates are counted from the day on which the demo is started first.</param>
internal sealed record DemoTold(IReadOnlyDictionary<string, string> Actors, IReadOnlyDictionary<string, string> Events, DateOnly Today)
{
    public string Day(int later) => Today.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
