using System.Collections.Immutable;

namespace Citess.Poles.Kernel.Access;

/// <summary>What a person may do here; an account holds one or more.</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Coordinator = "coordinator";
    public const string Facilitator = "facilitator";
    public const string Member = "member";
    public const string Guest = "guest";

    public static ImmutableArray<string> All { get; } = [Administrator, Coordinator, Facilitator, Member, Guest];
}
