using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Matching;
using Citess.Poles.Network;

namespace Citess.Poles.Exchange.Fitting.Aside;

/// <summary>Where pages put matches aside and take them back. It teaches the lists of this pole, and is told to nobody.</summary>
public sealed class AsideDesk(IGrainFactory grains, ICatalogue catalogue, Pole pole, TimeProvider clock)
{
    private const string Key = "aside/pole";

    private IAsideGrain Grain => grains.GetGrain<IAsideGrain>(Key);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<PutAside>> ListAsync(ClaimsPrincipal who)
    {
        who.Require(Permissions.Write);
        return [.. (await Grain.ReadAsync()).Held.Reverse()];
    }

    /// <summary>What it teaches the matcher.</summary>
    public Lessons Learn(IEnumerable<PutAside> asides) => Lessons.From(pole.Authority, asides.Select(each => new Dismissal(each.Id, $"{pole.Authority}/{each.Own}", each.Other, each.Pole, each.Concepts, each.Country, each.Reason)));

    /// <summary>Puts an offer of another pole aside for a want of ours, or a want for an offer of ours.</summary>
    public async Task PutAsync(ClaimsPrincipal who, string own, string other, DismissalReason reason, CancellationToken stop = default)
    {
        who.Require(Permissions.Share);
        if (!Enum.IsDefined(reason) || !RecordKey.TryParse(own, out var ours) || other.Split('/') is not [var origin, var kind, var id] || !RecordKey.TryParse($"{kind}/{id}", out var theirs)
            || !Proposals.IsKind(ours.Kind) || !Proposals.IsKind(theirs.Kind) || ours.Kind == theirs.Kind
            || await catalogue.FindAsync("", ours, stop) is not { IsWithdrawn: false } || origin.Length == 0 || await catalogue.FindAsync(origin, theirs, stop) is not { IsWithdrawn: false } entry)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such offer or want.");
        }

        var known = RecordKey.TryParse($"{PartnerListing.Kind}/{origin}", out var partner) ? await catalogue.FindAsync("", partner, stop) : null;
        await Grain.PutAsync(new()
        {
            Id = Ulid.NewUlid(clock.GetUtcNow()).ToString(),
            Own = own,
            Other = other,
            Concepts = Matter.ConceptsOf(entry),
            Country = known?.Territory.Split('-')[0] ?? "",
            Reason = reason,
            At = clock.GetUtcNow(),
            By = who.AccountId(),
        });
    }

    public Task TakeBackAsync(ClaimsPrincipal who, string id)
    {
        who.Require(Permissions.Share);
        return Grain.TakeBackAsync(id);
    }
}
