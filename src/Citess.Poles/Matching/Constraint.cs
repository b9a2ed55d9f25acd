namespace Citess.Poles.Matching;

/// <summary>What must hold, however well the concepts meet.</summary>
public enum Constraint
{
    /// <summary>Nobody is matched with itself.</summary>
    TwoPoles,

    /// <summary>Both agreed to be matched.</summary>
    Consent,

    /// <summary>Neither blocks the other.</summary>
    Blocks,

    /// <summary>They share a language.</summary>
    Language,

    /// <summary>The offer can serve one more.</summary>
    Capacity,

    /// <summary>Neither is over, and they have a day in common.</summary>
    Dates,

    /// <summary>Each is where the other can be of use.</summary>
    Territory,

    /// <summary>It is the kind of help that is asked for.</summary>
    Means,
}

/// <summary>One constraint for one want and one offer, with what was looked at.</summary>
/// <param name="Constraint">Which.</param>
/// <param name="Holds">False refuses the match.</param>
/// <param name="Cited">Codes, dates or numbers that decided: the languages in common, the last day, the places left.</param>
public sealed record ConstraintCheck(Constraint Constraint, bool Holds, string Cited);
