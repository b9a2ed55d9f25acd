namespace Citess.Poles.Matching.Groups;

/// <summary>Numbers by lot that are the same on every machine and in every version: SplitMix64.</summary>
internal sealed class Lot(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to below <paramref name="most"/>.</summary>
    public int Next(int most)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)most);
    }
}
