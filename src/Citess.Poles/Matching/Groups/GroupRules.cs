namespace Citess.Poles.Matching.Groups;

/// <summary>What groups have to be like.</summary>
public static class GroupRules
{
    public const int Least = 2;
    public const int Most = 4;

    /// <summary>Groups that one pole may be in.</summary>
    public const int Overlap = 2;

    /// <summary>How many ways are proposed.</summary>
    public const int Alternatives = 3;

    /// <summary>Working hours that a group needs in common to meet; with fewer it is worth that much less.</summary>
    public const int Hours = 4;

    /// <summary>What each two that work together cost, in millionths of a want that is wholly met: time is short.</summary>
    public const int Effort = 60_000;

    /// <summary>Thousandths of the pair's score that being of help to each other adds to what both get.</summary>
    public const int Mutual = 500;

    /// <summary>Thousandths that a pair which an earlier proposal had already is worth in a later one.</summary>
    public const int Again = 400;
}
