using Citess.Poles.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>Writes an account with a fresh stamp.</summary>
internal static class Saving
{
    /// <summary>The stamp ends the sessions that were begun with another; an account changed meanwhile is a conflict.</summary>
    public static async Task SaveAsync(this UserManager<Account> people, Account account, bool endsSessions = false)
    {
        var done = endsSessions ? await people.UpdateSecurityStampAsync(account) : await people.UpdateAsync(account);
        if (!done.Succeeded)
        {
            throw new RefusedException(Refusal.Conflict, "Somebody changed this account meanwhile. Look again.");
        }
    }
}
