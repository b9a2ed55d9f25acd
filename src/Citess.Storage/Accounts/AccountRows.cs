using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace Citess.Storage.Accounts;

/// <summary>Accounts in their tables; the parts for Identity, invitations, programs and codes stand in files of their own.</summary>
internal sealed partial class AccountRows(Database database) : IAccountRows
{
    private static readonly IdentityErrorDescriber Errors = new();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => database.WriteAsync(
        async writing =>
        {
            user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
            var added = await writing.ExecuteAsync(
                $"""
                INSERT INTO account ({AccountRow.Columns})
                VALUES (@Id, @UserName, @NormalizedUserName, @DisplayName, @Language, @PasswordHash, @SecurityStamp,
                  @ConcurrencyStamp, @AccessFailedCount, @LockoutEnd, @Created, @Disabled)
                ON CONFLICT DO NOTHING
                """,
                AccountRow.Of(user));
            if (added == 0)
            {
                return IdentityResult.Failed(Errors.DuplicateUserName(user.UserName));
            }

            await PutRolesAsync(writing, user);
            return IdentityResult.Success;
        },
        cancellationToken);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => database.WriteAsync(
        async writing =>
        {
            // Asked before, since a unique key that is hit would end the transaction in PostgreSQL.
            var taken = await writing.FirstAsync<int?>(
                "SELECT 1 FROM account WHERE normalized_user_name = @NormalizedUserName AND id <> @Id", new { user.NormalizedUserName, user.Id });
            if (taken is not null)
            {
                return IdentityResult.Failed(Errors.DuplicateUserName(user.UserName));
            }

            if (await IsLastAsync(writing, user))
            {
                return IdentityResult.Failed(Errors.ConcurrencyFailure());
            }

            var seen = user.ConcurrencyStamp;
            var fresh = Guid.NewGuid().ToString("N");
            var values = new DynamicParameters(AccountRow.Of(user));
            values.Add("seen", seen);
            values.Add("fresh", fresh);
            var changed = await writing.ExecuteAsync(
                """
                UPDATE account SET user_name = @UserName, normalized_user_name = @NormalizedUserName, display_name = @DisplayName,
                  language = @Language, password_hash = @PasswordHash, security_stamp = @SecurityStamp,
                  concurrency_stamp = @fresh, access_failed_count = @AccessFailedCount, lockout_end = @LockoutEnd,
                  disabled = @Disabled
                WHERE id = @Id AND concurrency_stamp = @seen
                """,
                values);
            if (changed == 0)
            {
                return IdentityResult.Failed(Errors.ConcurrencyFailure());
            }

            await PutRolesAsync(writing, user);
            user.ConcurrencyStamp = fresh;
            return IdentityResult.Success;
        },
        cancellationToken);

    /// <summary>People may ask to be erased: the row goes, and its bytes with it.</summary>
    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        var gone = await database.ExecuteAsync(
            "DELETE FROM account WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp", new { user.Id, user.ConcurrencyStamp }, cancellationToken);
        await database.ForgetAsync();
        return gone > 0 ? IdentityResult.Success : IdentityResult.Failed(Errors.ConcurrencyFailure());
    }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        (await ListAsync("WHERE id = @userId", new { userId }, cancellationToken)).SingleOrDefault();

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        (await ListAsync("WHERE normalized_user_name = @normalizedUserName", new { normalizedUserName }, cancellationToken)).SingleOrDefault();

    public async Task<IList<Account>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        [.. await ListAsync("WHERE id IN (SELECT account_id FROM account_role WHERE role = @role)", new { role = Role(roleName) }, cancellationToken)];

    public Task<IReadOnlyList<Account>> AllAsync(CancellationToken stop = default) => ListAsync("ORDER BY created, id", values: null, stop);

    public async Task<bool> AnyAdministratorAsync(CancellationToken stop = default) => await database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int?>(
            "SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id WHERE r.role = @Administrator AND a.disabled IS NULL LIMIT 1",
            new { Roles.Administrator }),
        stop) is not null;

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken stop = default)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in wanted.Chunk(500))
        {
            var rows = await database.ReadAsync(
                connection => connection.QueryAsync<AccountRow>($"SELECT id, user_name, display_name FROM account WHERE id {database.In(nameof(some))}", new { some }), stop);
            foreach (var row in rows)
            {
                names[row.Id] = row.DisplayName.Length > 0 ? row.DisplayName : row.UserName;
            }
        }

        return names;
    }

    /// <summary>
    /// True when nobody would administer the pole any more. Pages say so before; this holds when two administrators take
    /// each other's role in two processes at once.
    /// </summary>
    private static async Task<bool> IsLastAsync(Writing writing, Account user)
    {
        if (user.Disabled is null && user.Roles.Contains(Roles.Administrator))
        {
            return false;
        }

        await writing.TakeAsync(Turn.Administrators);
        var left = (await writing.QueryAsync<string>(
            "SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id WHERE r.role = @Administrator AND a.disabled IS NULL", new { Roles.Administrator })).ToList();
        return left is [var last] && last == user.Id;
    }

    private static async Task PutRolesAsync(Writing writing, Account user)
    {
        await writing.ExecuteAsync("DELETE FROM account_role WHERE account_id = @Id", new { user.Id });
        foreach (var role in user.Roles.Distinct(StringComparer.Ordinal))
        {
            await writing.ExecuteAsync("INSERT INTO account_role (account_id, role) VALUES (@Id, @role)", new { user.Id, role });
        }
    }

    private Task<IReadOnlyList<Account>> ListAsync(string which, object? values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<Account>>(
        async connection =>
        {
            var rows = (await connection.QueryAsync<AccountRow>($"SELECT {AccountRow.Columns} FROM account {which}", values)).AsList();
            var roles = rows.Count == 1
                ? await connection.QueryAsync<RoleRow>("SELECT account_id, role FROM account_role WHERE account_id = @Id", new { rows[0].Id })
                : await connection.QueryAsync<RoleRow>("SELECT account_id, role FROM account_role");
            var byAccount = roles.ToLookup(row => row.AccountId, row => row.Role, StringComparer.Ordinal);
            return [.. rows.Select(row => row.ToAccount(byAccount[row.Id].Order(StringComparer.Ordinal)))];
        },
        stop);

    private sealed class RoleRow
    {
        public string AccountId { get; init; } = "";

        public string Role { get; init; } = "";
    }
}
