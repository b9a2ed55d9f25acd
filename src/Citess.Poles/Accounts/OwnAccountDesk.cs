using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>What people change about their own account.</summary>
internal sealed class OwnAccountDesk(UserManager<Account> people, SignInDesk door)
{
    public async Task<Account> ReadAsync(ClaimsPrincipal who) =>
        await people.GetUserAsync(who) ?? throw new RefusedException(Refusal.NotFound, "There is no such account.");

    public async Task EditAsync(ClaimsPrincipal who, string displayName, string language)
    {
        AccountCheck.Refuse(
        [
            .. AccountCheck.DisplayName(displayName),
            .. language.Length == 0 || Languages.All.Any(each => each.Code == language) ? Array.Empty<FieldProblem>() : [new FieldProblem("Language", "kernel.check.choice")],
        ]);
        var account = await ReadAsync(who);
        (account.DisplayName, account.Language) = (displayName, language);
        await people.SaveAsync(account);
        await door.RefreshAsync(account);
    }

    /// <summary>Needs the present password: an unlocked telephone left on a table must not be enough. Ends all other sessions.</summary>
    public async Task ChangePasswordAsync(ClaimsPrincipal who, string present, string next)
    {
        var account = await ReadAsync(who);
        AccountCheck.Refuse(AccountCheck.Password("Next", next, account.UserName));
        if (!await door.ProveAsync(account, present))
        {
            AccountCheck.Refuse(new FieldProblem("Present", "accounts.check.present"));
        }

        var changed = await people.ChangePasswordAsync(account, present, next);
        if (!changed.Succeeded)
        {
            throw new RefusedException(Refusal.Conflict, "Somebody changed this account meanwhile. Look again.");
        }

        await door.RefreshAsync(account);
    }
}
