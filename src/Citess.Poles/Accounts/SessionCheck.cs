using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>
/// Reads the account at every request of a session, one row by its key: a person who was disabled, or who changed a stolen
/// password, is rid of all sessions at once and not after half an hour, and a new role holds from the next page on.
/// </summary>
internal sealed class SessionCheck(UserManager<Account> people, SignInManager<Account> sessions) : ISecurityStampValidator
{
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var known = context.Principal;
        var account = known is null ? null : await people.GetUserAsync(known);
        var stamp = known?.FindFirstValue(people.Options.ClaimsIdentity.SecurityStampClaimType);
        if (account is null || account.Disabled is not null || string.IsNullOrEmpty(stamp) || !string.Equals(stamp, account.SecurityStamp, StringComparison.Ordinal))
        {
            context.RejectPrincipal();
            await sessions.SignOutAsync();
            return;
        }

        var now = await sessions.CreateUserPrincipalAsync(account);
        if (!Same(known!, now))
        {
            context.ReplacePrincipal(now);
            context.ShouldRenew = true;
        }
    }

    private static bool Same(ClaimsPrincipal one, ClaimsPrincipal other) => Facts(one).SetEquals(Facts(other));

    private static HashSet<(string Type, string Value)> Facts(ClaimsPrincipal who) =>
        [.. who.Claims.Where(claim => claim.Type is ClaimTypes.Role or ClaimTypes.Name).Select(claim => (claim.Type, claim.Value))];
}
