using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;

namespace Citess.Poles.Network.Blocks;

/// <summary>Every host may knock but those that this pole's people blocked; in closed mode, those that its operator allows.</summary>
internal sealed class HostPolicy(IBlocks blocks) : IHostPolicy
{
    public async ValueTask<HostStanding> StandingAsync(Origin host, CancellationToken token)
    {
        var list = await blocks.ReadAsync(token);
        return list.IsBlocked(host) ? HostStanding.Blocked : list.Partners.Contains(host.Authority) ? HostStanding.Partner : HostStanding.Welcome;
    }
}
