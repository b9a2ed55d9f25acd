using Citess.Poles.Accounts;
using Citess.Storage.Sql;

namespace Citess.Storage.Accounts;

/// <summary>A row of the table account.</summary>
internal sealed class AccountRow
{
    public const string Columns =
        "id, user_name, normalized_user_name, display_name, language, password_hash, security_stamp, concurrency_stamp, access_failed_count, lockout_end, created, disabled";

    public string Id { get; init; } = "";

    public string UserName { get; init; } = "";

    public string NormalizedUserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string Language { get; init; } = "";

    public string? PasswordHash { get; init; }

    public string SecurityStamp { get; init; } = "";

    public string ConcurrencyStamp { get; init; } = "";

    public int AccessFailedCount { get; init; }

    public long? LockoutEnd { get; init; }

    public long Created { get; init; }

    public long? Disabled { get; init; }

    public static AccountRow Of(Account account) => new()
    {
        Id = account.Id,
        UserName = account.UserName,
        NormalizedUserName = account.NormalizedUserName,
        DisplayName = account.DisplayName,
        Language = account.Language,
        PasswordHash = account.PasswordHash,
        SecurityStamp = account.SecurityStamp,
        ConcurrencyStamp = account.ConcurrencyStamp,
        AccessFailedCount = account.AccessFailedCount,
        LockoutEnd = account.LockoutEnd.Ms(),
        Created = account.Created.Ms(),
        Disabled = account.Disabled.Ms(),
    };

    public Account ToAccount(IEnumerable<string> roles) => new()
    {
        Id = Id,
        UserName = UserName,
        NormalizedUserName = NormalizedUserName,
        DisplayName = DisplayName,
        Language = Language,
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        ConcurrencyStamp = ConcurrencyStamp,
        AccessFailedCount = AccessFailedCount,
        LockoutEnd = LockoutEnd.Time(),
        Created = Created.Time(),
        Disabled = Disabled.Time(),
        Roles = [.. roles],
    };
}
