using System.Security.Claims;
using Citess.Poles.Collaborations;
using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Coordination;

/// <summary>A want that nobody covers, as lists show it.</summary>
internal sealed record ShownWant(CatalogueEntry Entry, Shown Pole, DateTimeOffset Since);

/// <summary>One pole among the others, by its name.</summary>
internal sealed record ShownPole(PoleStanding Standing, Shown Name);

/// <summary>What a coordinator sees of the network from this pole.</summary>
/// <param name="Standing">Wants and offers.</param>
/// <param name="Times">From want to agreement.</param>
/// <param name="Groups">Collaborations of this pole that go on, those for which something waits longest first.</param>
/// <param name="Learning">Groups of the cycles among them, those that wait longest first.</param>
internal sealed record Coordination(Standing Standing, AgreementTimes Times, IReadOnlyList<CollaborationHealth> Groups, IReadOnlyList<ShownGroup> Learning);

/// <summary>Puts together what a coordinator sees, from what is counted already.</summary>
internal sealed class CoordinationDesk(MatchRoom room, CollaborationDesk collaborations, ICatalogue catalogue, IPoleNames poles, Pole pole, Text words, TimeProvider clock)
{
    public async Task<Coordination> OfAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        var now = clock.GetUtcNow();
        var all = await collaborations.ListAsync(who, stop);
        var groups = all.Select(held => CollaborationHealth.Of(held, pole.ActorAddress, now)).OfType<CollaborationHealth>();
        return new(
            await room.StandingAsync(stop),
            await AgreementTimes.OfAsync(catalogue, stop),
            [.. groups.OrderBy(group => group.Waits.Select(wait => wait.Since).DefaultIfEmpty(DateTimeOffset.MaxValue).Min()).ThenBy(group => group.LastWord)],
            await ShowAsync(all));
    }

    /// <summary>All groups of the cycles that go on, what stalls first.</summary>
    public async Task<IReadOnlyList<ShownGroup>> LearningAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        return await ShowAsync(await collaborations.ListAsync(who, stop));
    }

    /// <summary>The wants that nobody covers, the oldest first.</summary>
    public async IAsyncEnumerable<ShownWant> UncoveredAsync(Standing standing, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var want in standing.Uncovered)
        {
            var origin = OriginOf(want.Pole);
            if (await catalogue.FindAsync(origin, RecordKey.Parse(want.Id[(want.Pole.Length + 1)..]), stop) is { IsWithdrawn: false } entry)
            {
                yield return new(entry, await poles.OfAsync(origin), want.Since);
            }
        }
    }

    /// <summary>All poles, those that wait and were not helped first.</summary>
    public async IAsyncEnumerable<ShownPole> PolesAsync(Standing standing)
    {
        foreach (var each in standing.Poles.OrderByDescending(each => each.IsUnderServed).ThenByDescending(each => each.Uncovered).ThenByDescending(each => each.Wants).ThenBy(each => each.Id, StringComparer.Ordinal))
        {
            yield return new(each, await poles.OfAsync(OriginOf(each.Id)));
        }
    }

    private async Task<IReadOnlyList<ShownGroup>> ShowAsync(IReadOnlyList<HeldCollaboration> all)
    {
        var (say, shown) = (new GroupWords(words, poles, pole), new List<ShownGroup>());
        foreach (var each in GroupHealth.InOrder(all.SelectMany(held => GroupHealth.Of(held, pole.ActorAddress, clock.GetUtcNow()))))
        {
            shown.Add(await say.OfAsync(each));
        }

        return shown;
    }

    private string OriginOf(string authority) => authority == pole.Authority ? "" : authority;
}
