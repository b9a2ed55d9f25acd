namespace Citess.Poles.Components;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something was done.</summary>
    Success,

    /// <summary>Something needs attention.</summary>
    Warning,

    /// <summary>Something did not work.</summary>
    Error,
}

/// <summary>What a badge says of a state.</summary>
public enum BadgeKind
{
    /// <summary>Neither good nor bad.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Waits for somebody.</summary>
    Waiting,

    /// <summary>Ended, refused or taken back.</summary>
    Ended,
}
