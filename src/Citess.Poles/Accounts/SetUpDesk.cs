using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Profile;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>What a code does: sets the pole up with its first administrator, or lets a lost one back in.</summary>
internal sealed class SetUpDesk(AdminCode codes, PeopleDesk people, UserManager<Account> accounts, Profiles profiles, ProfileKind kind, SettingUp state, FormRepeat repeat, Turns turns)
{
    /// <summary>
    /// All fields are checked before the code is used up. The profile comes before the account: if the process dies between
    /// the two, there still is no administrator, and the next start prints a new code.
    /// </summary>
    public async Task<Account> SetUpAsync(string code, NewAccount person, PoleProfile profile)
    {
        using var turn = await turns.TakeAsync("set-up");
        if (await state.IsDoneAsync())
        {
            return await repeat.FindAsync(person) ?? throw WrongCode();
        }

        AccountCheck.Refuse([.. await people.CheckAsync(person), .. kind.Check(profile), .. AtLeastOne(profile)]);
        return await WithCodeAsync(code, async () =>
        {
            await profiles.SetUpAsync(profile, person.Id);
            return await people.AddAsync(person, Roles.Administrator);
        });
    }

    /// <summary>Makes another administrator, or gives an account that is there a new password, its rights, and an end to its lockout.</summary>
    public async Task<Account> ComeBackAsync(string code, NewAccount person)
    {
        using var turn = await turns.TakeAsync("set-up");
        AccountCheck.Refuse(await people.CheckAsync(person, mayBeTaken: true));
        return await WithCodeAsync(code, async () =>
        {
            if (await accounts.FindByNameAsync(person.UserName) is not { } known)
            {
                return await people.AddAsync(person, Roles.Administrator);
            }

            known.PasswordHash = accounts.PasswordHasher.HashPassword(known, person.Password);
            (known.Disabled, known.LockoutEnd, known.AccessFailedCount) = (null, null, 0);
            if (!known.Roles.Contains(Roles.Administrator))
            {
                known.Roles.Add(Roles.Administrator);
            }

            await accounts.SaveAsync(known, endsSessions: true);
            return known;
        });
    }

    private async Task<Account> WithCodeAsync(string code, Func<Task<Account>> act)
    {
        if (!await codes.UseAsync(code))
        {
            throw WrongCode();
        }

        try
        {
            return await act();
        }
        catch
        {
            await codes.PutBackAsync(code);
            throw;
        }
    }

    private static IEnumerable<FieldProblem> AtLeastOne(PoleProfile profile) =>
        profile.Languages.IsEmpty ? [new FieldProblem("Languages", "accounts.check.languages")] : [];

    private static RefusedException WrongCode() => new(Refusal.Invalid, "The code does not fit, was used, or is too old.", new FieldProblem("Code", "accounts.check.code"));
}
