using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>Finds the account that the first submit of a form made, when the form is sent twice.</summary>
internal sealed class FormRepeat(UserManager<Account> people, SignInDesk door, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Ids of accounts stand in public records, so the id alone proves nothing: the password must be the same, guesses count
    /// towards the lockout, and an account of yesterday is no repeat.
    /// </summary>
    public async Task<Account?> FindAsync(NewAccount person) =>
        await people.FindByIdAsync(person.Id) is { } made && clock.GetUtcNow() - made.Created < Fresh && await door.ProveAsync(made, person.Password) ? made : null;
}
