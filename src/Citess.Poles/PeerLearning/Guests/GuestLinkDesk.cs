using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Citess.Poles.Accounts;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.PeerLearning.Guests;

/// <summary>How a link came to its end.</summary>
internal enum LinkEnd
{
    /// <summary>A person of the pole ended it.</summary>
    By,

    /// <summary>The guest has another one.</summary>
    Newer,

    /// <summary>It was too old.</summary>
    Year,
}

/// <summary>Gives guests of this pole their links, and lets in whoever has one; no account is asked for.</summary>
internal sealed class GuestLinkDesk(CollaborationBook book, CollaborationDesk desk, IGrainFactory grains, Pole pole, TimeProvider clock)
{
    public const string Kind = "guestlinks";

    /// <summary>A cycle takes months; a link that is found in an old mailbox years later lets nobody in.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    /// <summary>Gives a guest of ours a link, and ends the one that there was. Returns its secret, which is nowhere else.</summary>
    public async Task<string> LinkAsync(ClaimsPrincipal who, string cycle, string guest)
    {
        who.Require(Permissions.Connect);
        await CheckAsync(cycle, guest);
        var (secret, now) = (Secrets.Long(), clock.GetUtcNow());
        await Grain(cycle).PutAsync(new(Ulid.NewUlid(now).ToString(), guest, Secrets.Hash(secret), now + Lasts));
        return secret;
    }

    /// <summary>Ends the link of a guest. What it said stays; another link undoes it.</summary>
    /// <param name="who">Who ends it.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="link">Id of the only link that is meant: a form that is sent again ends none that was given since. Null for whichever it has.</param>
    public async Task EndAsync(ClaimsPrincipal who, string cycle, string guest, string? link = null)
    {
        who.Require(Permissions.Connect);
        await CheckAsync(cycle, guest);
        if (link is null || (await ListAsync(who, cycle)).GetValueOrDefault(guest)?.Id == link)
        {
            await Grain(cycle).EndAsync(guest);
        }
    }

    /// <summary>The link of each guest of this pole that has one.</summary>
    public async Task<IReadOnlyDictionary<string, GuestLink>> ListAsync(ClaimsPrincipal who, string cycle)
    {
        who.Require(Permissions.Connect);
        return (await Grain(cycle).ReadAsync()).All.Where(each => !each.IsOver(clock.GetUtcNow())).ToDictionary(each => each.Guest, StringComparer.Ordinal);
    }

    /// <summary>Null for a link that never was, is over, or belongs to another cycle: who tries secrets learns nothing.</summary>
    public async Task<(HeldCollaboration Held, Guest Guest, GuestLink Link)?> LookAsync(string cycle, string secret, CancellationToken stop)
    {
        var (_, link) = await FindAsync(cycle, secret);
        return link?.IsOver(clock.GetUtcNow()) == false && await book.ReadAsync(cycle, stop) is { State: { } state } held && state.Membership.GuestOf(link.Guest) is { } guest ? (held, guest, link) : null;
    }

    /// <summary>How a link ended, for whoever still has it; null for one that did not, or never was. Nothing of the cycle is told with it.</summary>
    public async Task<LinkEnd?> EndOfAsync(string cycle, string secret)
    {
        var (all, link) = await FindAsync(cycle, secret);
        var now = clock.GetUtcNow();
        return link?.IsOver(now) != true ? null : link.Ended is null ? LinkEnd.Year : all.All.Any(each => each.Guest == link.Guest && !each.IsOver(now)) ? LinkEnd.Newer : LinkEnd.By;
    }

    /// <summary>Says something for the guest who has this link.</summary>
    public async Task<string> SayAsync(string cycle, string secret, string ulid, string says, IReadOnlyDictionary<string, object> payload, CancellationToken stop) =>
        await LookAsync(cycle, secret, stop) is { } found ? await desk.SayForAsync(found.Guest.Id, found.Link.Id, cycle, ulid, says, payload)
            : throw new RefusedException(Refusal.NotFound, "This link lets nobody in.");

    private async Task<(GuestLinks All, GuestLink? Link)> FindAsync(string cycle, string secret)
    {
        if (!PayloadForm.IsHash(cycle) || secret.Length is < 20 or > 100)
        {
            return (new(), null);
        }

        var (all, hash) = (await Grain(cycle).ReadAsync(), Encoding.ASCII.GetBytes(Secrets.Hash(secret)));
        return (all, all.All.FirstOrDefault(each => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(each.Hash), hash)));
    }

    private IGuestLinksGrain Grain(string cycle) => grains.GetGrain<IGuestLinksGrain>(Kind + "/" + cycle);

    private async Task CheckAsync(string cycle, string guest)
    {
        if ((await book.ReadAsync(cycle)).State?.Membership.GuestOf(guest)?.At != pole.ActorAddress)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such guest of this pole.");
        }
    }
}
