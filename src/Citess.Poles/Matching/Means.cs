namespace Citess.Poles.Matching;

/// <summary>What kind of help something is.</summary>
public enum Means
{
    /// <summary>Somebody who knows how.</summary>
    Expertise,
    Equipment,
    Space,
    Funding,

    /// <summary>A partner for a call.</summary>
    Partner,
}

/// <summary>How much somebody waits for help.</summary>
public enum Urgency
{
    Low,
    Normal,
    High,
}
