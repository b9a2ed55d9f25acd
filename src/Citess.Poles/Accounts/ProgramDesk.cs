using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>What a program needs to ask for tokens; the secret is shown this once.</summary>
public sealed record ProgramSecret(string ClientId, string Secret)
{
    /// <summary>Keeps the secret out of logs.</summary>
    public override string ToString() => "ProgramSecret " + ClientId;
}

/// <summary>Programs that may speak with the API in their own name.</summary>
public sealed class ProgramDesk(IAccountRows rows, IPasswordHasher<ApiClient> hasher, TimeProvider clock)
{
    public const int MaxName = 80;

    public async Task<ProgramSecret> AddAsync(ClaimsPrincipal who, string name, string role, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        AccountCheck.Refuse([.. Check.Text("Name", name, MaxName, isNeeded: true), .. Roles.All.Contains(role) ? Array.Empty<FieldProblem>() : [new FieldProblem("Role", "kernel.check.choice")]]);
        var made = new ProgramSecret(Ulid.NewUlid(clock.GetUtcNow()).ToString(), Secrets.Long());
        var client = new ApiClient { ClientId = made.ClientId, SecretHash = "", Name = name, Role = role, Created = clock.GetUtcNow() };
        await rows.AddClientAsync(client with { SecretHash = hasher.HashPassword(client, made.Secret) }, stop);
        return made;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ApiClient>> ListAsync(ClaimsPrincipal who, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        return [.. (await rows.ClientsAsync(stop)).OrderByDescending(each => each.Created)];
    }

    public async Task WithdrawAsync(ClaimsPrincipal who, string clientId, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        if (await rows.FindClientAsync(clientId, stop) is null)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such program.");
        }

        await rows.WithdrawClientAsync(clientId, clock.GetUtcNow(), stop);
    }

    /// <summary>Null when there is none by this id, the secret is another, or it was withdrawn: the one who asks learns no more.</summary>
    public async Task<ApiClient?> ProveAsync(string? clientId, string? secret, CancellationToken stop = default)
    {
        if (clientId is not { Length: 26 } || secret is not { Length: > 0 and <= AccountCheck.MaxPassword } || await FindAsync(clientId, stop) is not { } client)
        {
            return null;
        }

        return hasher.VerifyHashedPassword(client, client.SecretHash, secret) == PasswordVerificationResult.Failed ? null : client;
    }

    /// <summary>Null when there is none, or it was withdrawn.</summary>
    public async Task<ApiClient?> FindAsync(string clientId, CancellationToken stop = default) =>
        await rows.FindClientAsync(clientId, stop) is { Withdrawn: null } client ? client : null;
}
