using System.Collections.Immutable;

namespace Citess.Poles.Collaborations.Log;

/// <summary>In which role a pole takes part; whoever begins is the host.</summary>
public static class PartnerRoles
{
    public const string Host = "host";
    public const string Partner = "partner";

    /// <summary>Reads, and says nothing but that it joins or leaves.</summary>
    public const string Observer = "observer";

    /// <summary>Those that somebody is invited in.</summary>
    public static ImmutableArray<string> Invited { get; } = [Partner, Observer];
}
