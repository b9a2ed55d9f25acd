namespace Citess.Poles.Practices.Fit;

/// <summary>How far one of the 15 determinants is there in the territory of this pole.</summary>
public enum Presence
{
    Unknown,
    InPlace,
    Partly,
    Missing,
}
