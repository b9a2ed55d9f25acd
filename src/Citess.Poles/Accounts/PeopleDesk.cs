using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>The people of this pole: who is here, what they may do, who may no longer come in.</summary>
public sealed class PeopleDesk(UserManager<Account> people, IAccountRows rows, Turns turns, TimeProvider clock)
{
    public async Task<IReadOnlyList<Account>> ListAsync(ClaimsPrincipal who, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        return [.. (await rows.AllAsync(stop)).OrderBy(account => account.Disabled is not null).ThenBy(account => account.DisplayName, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>What is wrong with the fields, or with the name being taken; makes nothing.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> CheckAsync(NewAccount person, bool mayBeTaken = false)
    {
        var isTaken = !mayBeTaken && await people.FindByNameAsync(person.UserName) is not null;
        return
        [
            .. AccountCheck.DisplayName(person.DisplayName),
            .. AccountCheck.UserName(person.UserName),
            .. isTaken ? [new FieldProblem("UserName", "accounts.check.userName.taken")] : Array.Empty<FieldProblem>(),
            .. AccountCheck.Password("Password", person.Password, person.UserName),
            .. Ulid.TryParse(person.Id, out _) ? Array.Empty<FieldProblem>() : [new FieldProblem("", "accounts.check.again")],
        ];
    }

    /// <summary>Makes an account; whoever calls has made sure that the person may have one.</summary>
    public async Task<Account> AddAsync(NewAccount person, params IEnumerable<string> roles)
    {
        AccountCheck.Refuse(await CheckAsync(person));
        var account = new Account
        {
            Id = person.Id,
            UserName = person.UserName,
            NormalizedUserName = people.NormalizeName(person.UserName),
            DisplayName = person.DisplayName,
            Language = person.Language,
            Created = clock.GetUtcNow(),
            Roles = [.. Known(roles)],
        };
        var made = await people.CreateAsync(account, person.Password);
        if (!made.Succeeded)
        {
            AccountCheck.Refuse(new FieldProblem("UserName", made.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? "accounts.check.userName.taken" : "accounts.check.again"));
        }

        return account;
    }

    public Task SetRolesAsync(ClaimsPrincipal who, string id, IEnumerable<string> roles) => ChangeAsync(who, id, account =>
    {
        account.Roles.Clear();
        account.Roles.AddRange(Known(roles));
    });

    /// <summary>Ends the person's sessions with the next request of each.</summary>
    public Task DisableAsync(ClaimsPrincipal who, string id) => ChangeAsync(who, id, account => account.Disabled ??= clock.GetUtcNow());

    public Task EnableAsync(ClaimsPrincipal who, string id) => ChangeAsync(who, id, account => account.Disabled = null);

    private static IEnumerable<string> Known(IEnumerable<string> roles) => Roles.All.Where(roles.Contains);

    /// <summary>One change at a time: two administrators who take each other's role at once would leave the pole to nobody.</summary>
    private async Task ChangeAsync(ClaimsPrincipal who, string id, Action<Account> change)
    {
        who.Require(Permissions.Administer);
        using var turn = await turns.TakeAsync("people");
        var account = await people.FindByIdAsync(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such account.");
        change(account);
        var others = (await rows.AllAsync()).Where(other => other.Id != id);
        AccountCheck.Refuse(
        [
            .. account.Roles.Count > 0 ? Array.Empty<FieldProblem>() : [new FieldProblem("Roles", "accounts.check.roles")],
            .. others.Append(account).Any(IsAdministrator) ? Array.Empty<FieldProblem>() : [new FieldProblem("Roles", "accounts.check.last")],
        ]);
        await people.SaveAsync(account);
    }

    private static bool IsAdministrator(Account account) => account.Disabled is null && account.Roles.Contains(Roles.Administrator);
}
