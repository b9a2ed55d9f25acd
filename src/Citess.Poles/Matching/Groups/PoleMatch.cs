using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>How far two poles can help each other.</summary>
/// <param name="One">The pole whose address comes first.</param>
/// <param name="Other">The other one.</param>
/// <param name="ToOne">How far the other's offers meet the wants of the first, in millionths: the mean over its wants of the best score.</param>
/// <param name="ToOther">The same in the other direction.</param>
public sealed record PoleMatch(string One, string Other, int ToOne, int ToOther)
{
    /// <summary>The harmonic mean of both, or a share of the greater where that is more: help in one direction is help too, and worth less.</summary>
    public int Score => Math.Max(ToOne + ToOther == 0 ? 0 : (int)(2L * ToOne * ToOther / (ToOne + ToOther)), Math.Max(ToOne, ToOther) / Weights.OneWay);

    /// <summary>True when only one of them is helped.</summary>
    public bool IsOneWay => ToOne == 0 != (ToOther == 0);
}

/// <summary>A want that a member of a group can meet.</summary>
/// <param name="Need">Its address.</param>
/// <param name="Pole">Whose want it is.</param>
/// <param name="Offering">The best offer for it in the group.</param>
/// <param name="By">Whose offer that is.</param>
/// <param name="Score">Millionths.</param>
public sealed record Help(string Need, string Pole, string Offering, string By, int Score)
{
    internal static int Order(Help one, Help other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : string.CompareOrdinal(one.Need, other.Need);
}
