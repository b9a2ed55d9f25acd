using System.Collections.Immutable;
using System.Globalization;

namespace Citess.Poles.Matching;

/// <summary>Looks at every constraint, quickly or with its reason.</summary>
internal static class Constraints
{
    /// <summary>Whether all hold.</summary>
    public static bool Hold(PoleFacts wanting, Need need, PoleFacts offering, Offering offer, DateOnly today) =>
        wanting.Id != offering.Id
        && wanting.Consents && offering.Consents
        && offer.Places > 0
        && (need.Means is null || need.Means == offer.Means)
        && HaveDay(need, offer, today)
        && Share(need.Languages, offer.Languages)
        && Covers(offer.Within, wanting.Territory) && Covers(need.Within, offering.Territory)
        && !wanting.Blocks.Contains(offering.Id) && !offering.Blocks.Contains(wanting.Id);

    /// <summary>Each with what decided it, in the order of the list.</summary>
    public static ImmutableArray<ConstraintCheck> Check(PoleFacts wanting, Need need, PoleFacts offering, Offering offer, DateOnly today) =>
    [
        new(Constraint.TwoPoles, wanting.Id != offering.Id, offering.Id),
        new(Constraint.Consent, wanting.Consents && offering.Consents, List(new[] { wanting, offering }.Where(pole => !pole.Consents).Select(pole => pole.Id))),
        new(Constraint.Blocks, !wanting.Blocks.Contains(offering.Id) && !offering.Blocks.Contains(wanting.Id), ""),
        new(Constraint.Language, Share(need.Languages, offer.Languages), List(need.Languages.Intersect(offer.Languages, StringComparer.Ordinal).Order(StringComparer.Ordinal))),
        new(Constraint.Capacity, offer.Places > 0, offer.Places.ToString(CultureInfo.InvariantCulture)),
        new(Constraint.Dates, HaveDay(need, offer, today), $"{Day(Later(Later(need.From, offer.From), today))}/{Day(need.Until < offer.Until ? need.Until : offer.Until)}"),
        new(Constraint.Territory, Covers(offer.Within, wanting.Territory) && Covers(need.Within, offering.Territory), List(offer.Within.Concat(need.Within).Distinct(StringComparer.Ordinal))),
        new(Constraint.Means, need.Means is null || need.Means == offer.Means, offer.Means.ToString()),
    ];

    /// <summary>Whether both have one in common; the lists are short.</summary>
    public static bool Share(ImmutableArray<string> some, ImmutableArray<string> others)
    {
        foreach (var one in some)
        {
            if (others.Contains(one, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HaveDay(Need need, Offering offer, DateOnly today) =>
        offer.Until >= today && need.Until >= today && offer.From <= need.Until && need.From <= offer.Until;

    /// <summary>A country covers its regions.</summary>
    private static bool Covers(ImmutableArray<string> codes, string territory)
    {
        if (codes.IsEmpty)
        {
            return true;
        }

        foreach (var code in codes)
        {
            if (territory.StartsWith(code, StringComparison.Ordinal) && (territory.Length == code.Length || territory[code.Length] == '-'))
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> all) => string.Join(' ', all);
}
