using System.Collections.Immutable;
using System.Security.Claims;

namespace Citess.Poles.Kernel.Access;

/// <summary>The policies that endpoints and pages name, and the roles that hold each.</summary>
public static class Permissions
{
    /// <summary>Write records that stay in this pole.</summary>
    public const string Write = "write";

    /// <summary>Share a record with partner poles or everyone, change or withdraw what is shared.</summary>
    public const string Share = "share";

    /// <summary>Connect with other poles.</summary>
    public const string Connect = "connect";

    /// <summary>Write, read and erase letters between poles: personal data.</summary>
    public const string Correspond = "correspond";

    /// <summary>Change the pole itself, its people and its programs.</summary>
    public const string Administer = "administer";

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Holders { get; } = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        [Write] = [Roles.Administrator, Roles.Coordinator, Roles.Facilitator, Roles.Member],
        [Share] = [Roles.Administrator, Roles.Coordinator, Roles.Facilitator],
        [Connect] = [Roles.Administrator, Roles.Coordinator],
        [Correspond] = [Roles.Administrator, Roles.Coordinator],
        [Administer] = [Roles.Administrator],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static bool May(this ClaimsPrincipal who, string permission) => Holders[permission].Any(who.IsInRole);

    /// <summary>The least audience that a reader belongs to: what is for fewer is hidden, and looks as if it were not there.</summary>
    public static Audience Least(this ClaimsPrincipal who) =>
        who.May(Write) ? Audience.Own : who.Identity?.IsAuthenticated == true ? Audience.Network : Audience.Public;

    /// <summary>Pseudonymous id of the account or program; empty for a visitor.</summary>
    public static string AccountId(this ClaimsPrincipal who) =>
        who.FindFirstValue(ClaimTypes.NameIdentifier) ?? who.FindFirstValue("sub") ?? "";

    public static void Require(this ClaimsPrincipal who, string permission)
    {
        if (!who.May(permission))
        {
            throw new RefusedException(Refusal.Forbidden, "You may not do this here. Ask a coordinator of your pole.");
        }
    }
}
