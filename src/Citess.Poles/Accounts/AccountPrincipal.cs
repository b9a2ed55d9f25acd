using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Citess.Poles.Accounts;

/// <summary>What a session says of a person: pseudonymous id, name to show, roles, and the stamp that ends it.</summary>
internal sealed class AccountPrincipal(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var names = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType);
        identity.AddClaim(new(names.UserIdClaimType, user.Id));
        identity.AddClaim(new(names.UserNameClaimType, user.DisplayName.Length > 0 ? user.DisplayName : user.UserName));
        identity.AddClaim(new(names.SecurityStampClaimType, user.SecurityStamp));
        identity.AddClaims(user.Roles.Select(role => new Claim(names.RoleClaimType, role)));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}

/// <summary>Identity asks here before each sign-in whether an account may come in at all.</summary>
internal sealed class EnabledAccounts : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.Disabled is null);
}
