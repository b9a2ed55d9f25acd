using System.Security.Claims;
using Citess.ActivityPub.Discovery;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blocks;

namespace Citess.Poles.Network.Repair;

/// <summary>Where pages and the API meet repair: who may is asked here.</summary>
public sealed class RepairDesk(IRepairTable table, ICourierTable couriers, RepairDispatcher dispatcher, ActorFinder finder, IBlocks blocks, Pole pole, TimeProvider clock)
{
    /// <summary>How this pole agrees with each origin that it takes things from, by authority.</summary>
    public async Task<IReadOnlyDictionary<string, RepairStand>> ListAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        return (await table.AllAsync(stop)).ToDictionary(stand => stand.Origin, StringComparer.Ordinal);
    }

    /// <summary>Compares now, and not at the next beat.</summary>
    public async Task CompareAsync(ClaimsPrincipal who, string origin, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        if (await table.FindAsync(origin, stop) is not { } stand)
        {
            throw new RefusedException(Refusal.NotFound, "Nothing is taken from this pole.");
        }

        // One that is taken for dead is knocked at, too.
        await couriers.WakeAsync(origin, clock.GetUtcNow(), stop: stop);
        await table.WantAsync(origin, stand.Actor, isCopied: false, clock.GetUtcNow(), stop);
        dispatcher.Nudge(origin);
    }

    /// <summary>
    /// Takes what is public of a pole that is no partner: from itself, and when it does not answer from partner poles that hold
    /// copies. Returns its authority.
    /// </summary>
    public async Task<string> CopyAsync(ClaimsPrincipal who, string typed, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        var actor = await finder.FindActorAsync(typed, pole.ServerRsa, stop) is FindResult.Found { Actor: var found } ? PartnerActor.Of(found) : null;
        if (actor is { IsPole: false } || (actor?.Authority ?? TypedHost.Read(typed)?.Authority) is not { Length: > 0 } authority || authority == pole.Authority)
        {
            throw new RefusedException(Refusal.Invalid, "This is not an address of another pole.", new FieldProblem("Copied", "network.problem.address"));
        }

        if ((await blocks.ReadAsync(stop)).IsBlocked(authority))
        {
            throw new RefusedException(Refusal.Invalid, "This host is blocked here.", new FieldProblem("Copied", "network.problem.blocked"));
        }

        await table.WantAsync(authority, actor?.Id ?? "", isCopied: true, clock.GetUtcNow(), stop);
        dispatcher.Nudge(authority);
        return authority;
    }
}
