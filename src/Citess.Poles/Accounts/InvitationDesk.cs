using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;

namespace Citess.Poles.Accounts;

/// <summary>How an invitation stands.</summary>
internal enum InvitationState
{
    Open,
    Used,
    Withdrawn,
    Expired,

    /// <summary>There never was one with this secret.</summary>
    Unknown,
}

/// <summary>Links that let one person in, once.</summary>
internal sealed class InvitationDesk(IAccountRows rows, PeopleDesk people, FormRepeat repeat, Turns turns, TimeProvider clock)
{
    public const int Days = 14;
    public const int MaxNote = 200;

    /// <summary>Returns the secret of the link; it is nowhere else.</summary>
    public async Task<string> InviteAsync(ClaimsPrincipal who, string role, string note, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        AccountCheck.Refuse([.. Roles.All.Contains(role) ? Array.Empty<FieldProblem>() : [new FieldProblem("Role", "kernel.check.choice")], .. Check.Text("Note", note, MaxNote)]);
        var (secret, now) = (Secrets.Long(), clock.GetUtcNow());
        await rows.AddInvitationAsync(new() { Hash = Secrets.Hash(secret), Role = role, Note = note, InvitedBy = who.AccountId(), Created = now, Expires = now.AddDays(Days) }, stop);
        return secret;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(ClaimsPrincipal who, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        return [.. (await rows.InvitationsAsync(stop)).OrderByDescending(each => each.Created)];
    }

    public async Task WithdrawAsync(ClaimsPrincipal who, string hash, CancellationToken stop = default)
    {
        who.Require(Permissions.Administer);
        if (await rows.FindInvitationAsync(hash, stop) is null)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such invitation.");
        }

        await rows.WithdrawInvitationAsync(hash, clock.GetUtcNow(), stop);
    }

    public InvitationState StateOf(Invitation? invitation) => invitation switch
    {
        null => InvitationState.Unknown,
        { Used: not null } => InvitationState.Used,
        { Withdrawn: not null } => InvitationState.Withdrawn,
        _ => invitation.Expires > clock.GetUtcNow() ? InvitationState.Open : InvitationState.Expired,
    };

    public async Task<(InvitationState State, string Role)> LookAsync(string secret, CancellationToken stop = default)
    {
        var found = await rows.FindInvitationAsync(Secrets.Hash(secret), stop);
        return (StateOf(found), found?.Role ?? Roles.Guest);
    }

    /// <summary>
    /// Null when the link lets nobody in any more. The fields are checked before it is used up; a second submit of the same
    /// form, known by the id made with it and by its password, finds the account of the first.
    /// </summary>
    public async Task<Account?> AcceptAsync(string secret, NewAccount person)
    {
        var hash = Secrets.Hash(secret);
        using var turn = await turns.TakeAsync("invitation/" + hash);
        var invitation = await rows.FindInvitationAsync(hash);
        switch (StateOf(invitation))
        {
            case InvitationState.Open:
                AccountCheck.Refuse(await people.CheckAsync(person));
                return await rows.UseInvitationAsync(hash, clock.GetUtcNow()) ? await people.AddAsync(person, invitation!.Role) : null;
            case InvitationState.Used:
                return await repeat.FindAsync(person);
            default:
                return null;
        }
    }
}
