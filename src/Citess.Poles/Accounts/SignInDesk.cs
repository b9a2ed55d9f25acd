using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>Lets people in by name and password.</summary>
internal sealed class SignInDesk(UserManager<Account> people, SignInManager<Account> sessions, IPasswordHasher<Account> hasher, Turns turns)
{
    private static string? nobodysHash;

    /// <summary>
    /// Null when the two do not fit, nobody has the name, it is locked, or the account was disabled: all look the same and
    /// take the same time, so that nobody learns who has an account here.
    /// </summary>
    public async Task<Account?> SignInAsync(string userName, string password, bool stays)
    {
        using var turn = await turns.TakeAsync("sign-in/" + people.NormalizeName(userName));
        if (await people.FindByNameAsync(userName) is { } account && password.Length <= AccountCheck.MaxPassword)
        {
            var result = await sessions.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
            if (result.Succeeded)
            {
                await sessions.SignInAsync(account, stays);
                return account;
            }

            if (!result.IsLockedOut && !result.IsNotAllowed)
            {
                return null;
            }
        }

        Pretend(password);
        return null;
    }

    /// <summary>Whether the password is the account's; wrong ones count towards the lockout here as well.</summary>
    public async Task<bool> ProveAsync(Account account, string password)
    {
        using var turn = await turns.TakeAsync("sign-in/" + account.NormalizedUserName);
        return password.Length <= AccountCheck.MaxPassword && (await sessions.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
    }

    public Task SignInAsync(Account account) => sessions.SignInAsync(account, isPersistent: false);

    /// <summary>Keeps this session and ends the account's other ones, whose stamp is an older one.</summary>
    public Task RefreshAsync(Account account) => sessions.RefreshSignInAsync(account);

    public Task SignOutAsync() => sessions.SignOutAsync();

    /// <summary>Takes the time of a real comparison.</summary>
    private void Pretend(string password)
    {
        var nobody = new Account { Id = "", UserName = "", NormalizedUserName = "" };
        var hash = LazyInitializer.EnsureInitialized(ref nobodysHash, () => hasher.HashPassword(nobody, RandomNumberGenerator.GetHexString(32)));
        hasher.VerifyHashedPassword(nobody, hash, password.Length <= AccountCheck.MaxPassword ? password : "");
    }
}
