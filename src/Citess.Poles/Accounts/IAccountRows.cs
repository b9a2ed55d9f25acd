using Citess.Poles.Kernel.Identity;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>A link that lets one person in, once.</summary>
public sealed record Invitation
{
    /// <summary>SHA-256 of the secret in the link, hexadecimal: the table gives no way in.</summary>
    public required string Hash { get; init; }

    public required string Role { get; init; }

    /// <summary>Whom the inviter meant, in own words; shown to administrators only.</summary>
    public string Note { get; init; } = "";

    public required string InvitedBy { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Used { get; init; }

    public DateTimeOffset? Withdrawn { get; init; }
}

/// <summary>A program that may ask for tokens.</summary>
public sealed record ApiClient
{
    public required string ClientId { get; init; }

    /// <summary>PBKDF2 hash of the secret, by ASP.NET Core Identity.</summary>
    public required string SecretHash { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Withdrawn { get; init; }
}

/// <summary>The code that makes the first administrator, or gives a lost one a way back.</summary>
public sealed record SetupCode(string Hash, DateTimeOffset Expires);

/// <summary>Accounts are rows: that a name is unique cannot be a rule between grains.</summary>
public interface IAccountRows : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>, IUserRoleStore<Account>, IPersonNames
{
    Task<IReadOnlyList<Account>> AllAsync(CancellationToken stop = default);

    Task<bool> AnyAdministratorAsync(CancellationToken stop = default);

    Task AddInvitationAsync(Invitation invitation, CancellationToken stop = default);

    Task<IReadOnlyList<Invitation>> InvitationsAsync(CancellationToken stop = default);

    Task<Invitation?> FindInvitationAsync(string hash, CancellationToken stop = default);

    /// <summary>Marks the invitation as used if it still is open; of two at once, one gets true.</summary>
    Task<bool> UseInvitationAsync(string hash, DateTimeOffset now, CancellationToken stop = default);

    Task WithdrawInvitationAsync(string hash, DateTimeOffset now, CancellationToken stop = default);

    Task AddClientAsync(ApiClient client, CancellationToken stop = default);

    Task<IReadOnlyList<ApiClient>> ClientsAsync(CancellationToken stop = default);

    Task<ApiClient?> FindClientAsync(string clientId, CancellationToken stop = default);

    Task WithdrawClientAsync(string clientId, DateTimeOffset now, CancellationToken stop = default);

    /// <summary>Keeps a setup code in place of an earlier one; null takes it away.</summary>
    Task SetSetupCodeAsync(SetupCode? code, CancellationToken stop = default);

    /// <summary>Takes the code away if it fits and is in time; of two at once, one gets true.</summary>
    Task<bool> UseSetupCodeAsync(string hash, DateTimeOffset now, CancellationToken stop = default);

    /// <summary>Named secrets of this database (token signing keys and the like): reads one, keeps <paramref name="fresh"/> when there is none.</summary>
    Task<string> SecretAsync(string name, Func<string> fresh, CancellationToken stop = default);
}
