using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>Why somebody put a match aside.</summary>
public enum DismissalReason
{
    /// <summary>What is near in the list of concepts is not what is meant.</summary>
    WrongSubject,

    /// <summary>That country is too far away.</summary>
    TooFar,

    /// <summary>That pole has no time.</summary>
    NoCapacity,

    /// <summary>They know each other, and need nobody to tell.</summary>
    AlreadyKnown,

    /// <summary>Says nothing of others.</summary>
    Other,
}

/// <summary>A match that a pole put aside. It teaches the lists of that pole only, and what is left out is unlearned.</summary>
/// <param name="Id">Its key; lessons are applied in its order.</param>
/// <param name="Own">Address of the pole's want, or of its offer.</param>
/// <param name="Other">Address of the offer, or of the want, that was put aside for it.</param>
/// <param name="Pole">Whose that is.</param>
/// <param name="Concepts">What it was about then, whatever became of it.</param>
/// <param name="Country">Country of its pole.</param>
/// <param name="Reason">Why.</param>
public sealed record Dismissal(string Id, string Own, string Other, string Pole, ImmutableArray<string> Concepts, string Country, DismissalReason Reason);

/// <summary>What one thing put aside does to a score.</summary>
/// <param name="Dismissal">What was put aside.</param>
/// <param name="Factor">Thousandths that are left of the score.</param>
public sealed record Lesson(Dismissal Dismissal, int Factor);
