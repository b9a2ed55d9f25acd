using System.Globalization;

namespace Citess.ActivityPub.Tests;

/// <summary>Where chance begins: anew each time, or where CITESS_SEED says.</summary>
internal static class Seed
{
    public static int Take() =>
        Environment.GetEnvironmentVariable("CITESS_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
}
