using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>Why a score is what it is: each part that adds to it.</summary>
public enum Reason
{
    /// <summary>How near the concepts are, if nothing else were known. Cites codes of the offer.</summary>
    Concepts,

    /// <summary>The want waits. Cites the want.</summary>
    Urgency,

    /// <summary>The offer was confirmed lately. Cites the day.</summary>
    Freshness,

    /// <summary>A sector in common. Cites codes.</summary>
    Sector,

    /// <summary>Working hours in common. Cites their number, and the territories from which they are reckoned.</summary>
    Hours,

    /// <summary>More than one language in common. Cites codes.</summary>
    Languages,

    /// <summary>Practices that others took up. Cites their addresses.</summary>
    Evidence,

    /// <summary>They are of two countries. Cites these.</summary>
    CrossBorder,

    /// <summary>They had no agreement yet. Cites the pole.</summary>
    FirstMeeting,

    /// <summary>Nobody met a want of this pole within a year. Cites it.</summary>
    UnderServed,
}

/// <summary>One part of a score.</summary>
/// <param name="Reason">What it is for.</param>
/// <param name="Part">Millionths that it adds; all parts together are the score.</param>
/// <param name="Cited">What it rests on: without it, the score is lower.</param>
public sealed record Term(Reason Reason, int Part, ImmutableArray<string> Cited);

/// <summary>An offer for a want, with everything that speaks for it.</summary>
/// <param name="Need">Address of the want.</param>
/// <param name="Offering">Address of the offer.</param>
/// <param name="Pole">Whose offer it is.</param>
/// <param name="Score">Millionths; 0 when a constraint does not hold or no concept meets.</param>
/// <param name="Paths">Per concept of the want that is met, the ways from it to the nearest of the offer's.</param>
/// <param name="Terms">The parts of the score before what was put aside taught something; none is 0.</param>
/// <param name="Checks">Every constraint.</param>
/// <param name="Lowered">What was put aside and makes it stand lower, in the list of that pole alone.</param>
public sealed record Match(
    string Need,
    string Offering,
    string Pole,
    int Score,
    ImmutableArray<ConceptPath> Paths,
    ImmutableArray<Term> Terms,
    ImmutableArray<ConstraintCheck> Checks,
    ImmutableArray<Lesson> Lowered)
{
    /// <summary>The constraints that refuse it.</summary>
    public IEnumerable<ConstraintCheck> Refusals => Checks.Where(check => !check.Holds);
}

/// <summary>An offer in a list.</summary>
/// <param name="Offering">Its address.</param>
/// <param name="Pole">Whose it is.</param>
/// <param name="Score">Millionths.</param>
public readonly record struct Ranked(string Offering, string Pole, int Score);
