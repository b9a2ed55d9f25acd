using System.Collections.Immutable;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Fairness;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>A want that no offer meets.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Since">When it was written.</param>
internal sealed record OpenWant(string Id, DateTimeOffset Since)
{
    /// <summary>Authority of its pole.</summary>
    public string Pole => Id[..Id.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>One pole among the others.</summary>
/// <param name="Id">Its authority.</param>
/// <param name="Wants">Its open wants.</param>
/// <param name="Uncovered">Of these, those that no offer meets.</param>
/// <param name="Offers">Its open offers.</param>
/// <param name="First">In how many lists an offer of it stands first.</param>
/// <param name="Share">Thousandths of all that is seen.</param>
/// <param name="Served">How often it was helped within a year, as far as this pole can see.</param>
internal sealed record PoleStanding(string Id, int Wants, int Uncovered, int Offers, int First, int Share, int Served)
{
    /// <summary>Waits, and was not helped.</summary>
    public bool IsUnderServed => Wants > 0 && Served == 0;
}

/// <summary>How all wants and offers that are held here stand to each other, and first places shared out.</summary>
internal sealed record Standing
{
    /// <summary>As of when.</summary>
    public required DateTimeOffset At { get; init; }

    public required FairPlaces Places { get; init; }

    /// <summary>How unevenly offers are seen, in thousandths.</summary>
    public required int Gini { get; init; }

    /// <summary>By authority; those without wants and offers are left out.</summary>
    public required ImmutableArray<PoleStanding> Poles { get; init; }

    /// <summary>The oldest first.</summary>
    public required ImmutableArray<OpenWant> Uncovered { get; init; }

    public int Wants => Poles.Sum(pole => pole.Wants);

    public int Offers => Poles.Sum(pole => pole.Offers);

    /// <summary>Of a whole index: looks at every list once.</summary>
    /// <param name="all">Where they are matched.</param>
    /// <param name="written">When a want was written, by its address.</param>
    /// <param name="now">As of when.</param>
    public static Standing Of(MatchIndex all, Func<string, DateTimeOffset> written, DateTimeOffset now)
    {
        var poles = all.Poles.Where(pole => pole.Needs + pole.Offers > 0).ToList();
        var lists = all.Needs.Select(need => (Need: need, Best: all.Best(need))).ToList();
        var places = FairPlaces.Of(poles.Count(pole => pole.Offers > 0), lists);
        var seen = lists.ConvertAll(list => places.Order(list.Need, list.Best));
        var exposure = Exposure.Of(poles.Where(pole => pole.Offers > 0).Select(pole => pole.Pole.Id), seen.Select(list => (IReadOnlyList<Ranked>)list));
        var total = Math.Max(1, exposure.ByPole.Values.Sum());
        var first = seen.Where(list => !list.IsEmpty).CountBy(list => list[0].Pole, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        ImmutableArray<OpenWant> uncovered = [.. lists.Where(list => list.Best.IsEmpty).Select(list => new OpenWant(list.Need, written(list.Need))).OrderBy(want => want.Since).ThenBy(want => want.Id, StringComparer.Ordinal)];
        var missing = uncovered.CountBy(want => want.Pole, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new()
        {
            At = now,
            Places = places,
            Gini = exposure.Gini,
            Poles = [.. poles.Select(pole => new PoleStanding(
                pole.Pole.Id, pole.Needs, missing.GetValueOrDefault(pole.Pole.Id), pole.Offers, first.GetValueOrDefault(pole.Pole.Id), (int)(1000 * exposure.ByPole.GetValueOrDefault(pole.Pole.Id) / total), pole.Pole.Served))],
            Uncovered = uncovered,
        };
    }
}
