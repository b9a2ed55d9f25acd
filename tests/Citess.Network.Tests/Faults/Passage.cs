namespace Citess.Network.Tests.Faults;

/// <summary>What a road does to those who travel on it.</summary>
internal enum Passage
{
    Open,

    /// <summary>A hundred milliseconds each way.</summary>
    Slow,

    /// <summary>Connections break at once.</summary>
    Cut,

    /// <summary>Connections stand, and nothing comes through.</summary>
    Silent,

    /// <summary>What is asked arrives, and the answer never does.</summary>
    AnswersLost,
}
