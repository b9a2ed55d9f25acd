using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Kernel.Access;

namespace Citess.Poles.Practices.Fit;

/// <summary>Where pages and the API meet what is in place here: it is for the team alone, as guests read only what partner poles may.</summary>
public sealed class FitDesk(IGrainFactory grains)
{
    public const string Key = "fit/pole";

    private IFitGrain Grain => grains.GetGrain<IFitGrain>(Key);

    public Task<FitProfile> ReadAsync(ClaimsPrincipal who)
    {
        who.Require(Permissions.Write);
        return Grain.ReadAsync();
    }

    public Task<int> EditAsync(ClaimsPrincipal who, ImmutableArray<FitReply> replies, int seen)
    {
        who.Require(Permissions.Write);
        return Grain.EditAsync(replies, seen, who.AccountId());
    }
}
