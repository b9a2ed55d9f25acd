using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Calls.State;
using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network;

namespace Citess.Poles.Calls.Filling;

/// <summary>Actors of the directory and poles, ours and of partner poles.</summary>
internal sealed class DirectoryCandidates(ICatalogue catalogue) : ICandidates
{
    /// <summary>Of one kind; more than anybody chooses from.</summary>
    private const int Most = 100;

    /// <summary>What an actor of each kind could be in a consortium.</summary>
    private static readonly ImmutableDictionary<ActorKind, ImmutableArray<string>> Roles = new Dictionary<ActorKind, ImmutableArray<string>>
    {
        [ActorKind.Enterprise] = ["sse-organisation", "sme"],
        [ActorKind.SupportOrganisation] = ["sse-organisation", "ngo", "training-body"],
        [ActorKind.PublicAuthority] = ["public-body"],
        [ActorKind.University] = ["university", "training-body"],
        [ActorKind.Network] = ["network"],
        [ActorKind.FinancingBody] = ["financing-body"],
    }.ToImmutableDictionary();

    public async Task<IReadOnlyList<CallOption>> ForAsync(ClaimsPrincipal who, CallRules rules, CallState state, CancellationToken stop = default)
    {
        var wanted = state.Missing.Select(need => need.Need.Role).ToHashSet(StringComparer.Ordinal);
        var found = new List<CallOption>();

        // Where partners or countries are too few, anybody may help.
        var isAny = rules.LeastPartners > state.Committed.Length || rules.LeastCountries > state.Countries.Length;
        foreach (var kind in Roles.Where(each => isAny || each.Value.Any(wanted.Contains)).Select(each => each.Key).Order())
        {
            found.AddRange(await OfAsync(new() { Kind = SseActorKind.Kind, Least = who.Least(), Status = kind.Word() }, stop));
        }

        if (isAny || wanted.Contains("pole"))
        {
            found.AddRange(await OfAsync(new() { Kind = PartnerListing.Kind, Least = Audience.Public }, stop));
        }

        return found;
    }

    public async Task<CallOption?> FindAsync(ClaimsPrincipal who, string reference, CancellationToken stop = default)
    {
        var (origin, key) = reference.Split('/') is [var authority, var kind, var id] ? (authority, kind + "/" + id) : ("", reference);
        return RecordKey.TryParse(key, out var parsed) && parsed.Kind is SseActorKind.Kind or PartnerListing.Kind
            && await catalogue.FindAsync(origin, parsed, stop) is { IsWithdrawn: false } entry && entry.Audience >= who.Least() ? Of(entry) : null;
    }

    private async Task<IReadOnlyList<CallOption>> OfAsync(CatalogueQuery query, CancellationToken stop) =>
        await catalogue.AllAsync(query, stop).Take(Most).Where(entry => !entry.IsWithdrawn).Select(entry => Of(entry)).ToListAsync(stop);

    private static CallOption Of(CatalogueEntry entry) => new(
        entry.Reference,
        entry.Name,
        entry.Kind == PartnerListing.Kind ? ["pole"] : EnumWords.Choice<ActorKind>(entry.Status) is { } kind ? Roles.GetValueOrDefault(kind, []) : [],
        entry.Territory.Split('-')[0],
        entry.Kind == PartnerListing.Kind ? entry.Id : entry.Origin,
        entry.Kind == PartnerListing.Kind ? "partners" : entry.PagePath);
}
