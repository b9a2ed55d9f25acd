using System.Security.Claims;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Network.Blocks;

/// <summary>Where pages and the API meet the blocked hosts: who may is asked here.</summary>
public sealed class BlockDesk(IBlocks blocks, Pole pole, TimeProvider clock)
{
    private const int MaxReason = 500;

    public async Task<IReadOnlyList<BlockedHost>> ListAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        who.Require(Permissions.Administer);
        return [.. (await blocks.ReadAsync(stop)).Blocked.Values.OrderBy(each => each.Host, StringComparer.Ordinal)];
    }

    /// <summary>Blocks the host in what a person typed: a domain, a handle, or the address of a page. Returns its one normal name.</summary>
    public async Task<string> BlockAsync(ClaimsPrincipal who, string typed, string reason, CancellationToken stop)
    {
        who.Require(Permissions.Administer);
        if (TypedHost.Read(typed) is not { } host)
        {
            throw new RefusedException(Refusal.Invalid, "This is no host that can be blocked.", new FieldProblem("Host", "network.problem.address"));
        }

        if (Check.Text("Reason", reason, MaxReason).FirstOrDefault() is { } problem)
        {
            throw new RefusedException(Refusal.Invalid, "The reason is too long.", problem);
        }

        if (Origin.TryParse(pole.Origin, allowHttp: true, out var own) && BlockedHost.Under(own).Contains(host.Authority, StringComparer.Ordinal))
        {
            throw new RefusedException(Refusal.Invalid, "Your own pole is there.", new FieldProblem("Host", "network.problem.self"));
        }

        await blocks.BlockAsync(new(host.Authority, reason.Trim(), who.AccountId(), clock.GetUtcNow()), stop);
        return host.Authority;
    }

    public async Task UnblockAsync(ClaimsPrincipal who, string typed, CancellationToken stop)
    {
        who.Require(Permissions.Administer);
        if (TypedHost.Read(typed) is not { } host || !await blocks.UnblockAsync(host.Authority, clock.GetUtcNow(), stop))
        {
            throw new RefusedException(Refusal.NotFound, "This host is not blocked.");
        }
    }
}
