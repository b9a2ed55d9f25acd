namespace Citess.Poles.Kernel;

/// <summary>Who may see a record, from fewest to most. A list of partner poles is <see cref="Reach"/>.</summary>
public enum Audience
{
    /// <summary>The people of this pole.</summary>
    Own = 0,

    /// <summary>Partner poles as well.</summary>
    Network = 1,

    /// <summary>Everyone.</summary>
    Public = 2,
}
