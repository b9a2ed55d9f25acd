using Citess.Poles.Accounts;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Accounts;

internal sealed partial class AccountRows
{
    public Task AddInvitationAsync(Invitation invitation, CancellationToken stop = default) => database.ExecuteAsync(
        """
        INSERT INTO invitation (hash, role, note, invited_by, created, expires, used, withdrawn)
        VALUES (@Hash, @Role, @Note, @InvitedBy, @Created, @Expires, @Used, @Withdrawn)
        """,
        new
        {
            invitation.Hash,
            invitation.Role,
            invitation.Note,
            invitation.InvitedBy,
            Created = invitation.Created.Ms(),
            Expires = invitation.Expires.Ms(),
            Used = invitation.Used.Ms(),
            Withdrawn = invitation.Withdrawn.Ms(),
        },
        stop);

    public Task<IReadOnlyList<Invitation>> InvitationsAsync(CancellationToken stop = default) => InvitationsAsync("ORDER BY created DESC, hash", values: null, stop);

    public async Task<Invitation?> FindInvitationAsync(string hash, CancellationToken stop = default) =>
        (await InvitationsAsync("WHERE hash = @hash", new { hash }, stop)).SingleOrDefault();

    public async Task<bool> UseInvitationAsync(string hash, DateTimeOffset now, CancellationToken stop = default) => await database.ExecuteAsync(
        "UPDATE invitation SET used = @now WHERE hash = @hash AND used IS NULL AND withdrawn IS NULL AND expires > @now", new { hash, now = now.Ms() }, stop) > 0;

    public Task WithdrawInvitationAsync(string hash, DateTimeOffset now, CancellationToken stop = default) => database.ExecuteAsync(
        "UPDATE invitation SET withdrawn = @now WHERE hash = @hash AND used IS NULL AND withdrawn IS NULL", new { hash, now = now.Ms() }, stop);

    private Task<IReadOnlyList<Invitation>> InvitationsAsync(string which, object? values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<Invitation>>(
        async connection => [.. (await connection.QueryAsync<InvitationRow>(
            $"SELECT hash, role, note, invited_by, created, expires, used, withdrawn FROM invitation {which}", values)).Select(row => row.ToInvitation())],
        stop);

    private sealed class InvitationRow
    {
        public string Hash { get; init; } = "";

        public string Role { get; init; } = "";

        public string Note { get; init; } = "";

        public string InvitedBy { get; init; } = "";

        public long Created { get; init; }

        public long Expires { get; init; }

        public long? Used { get; init; }

        public long? Withdrawn { get; init; }

        public Invitation ToInvitation() => new()
        {
            Hash = Hash,
            Role = Role,
            Note = Note,
            InvitedBy = InvitedBy,
            Created = Created.Time(),
            Expires = Expires.Time(),
            Used = Used.Time(),
            Withdrawn = Withdrawn.Time(),
        };
    }
}
