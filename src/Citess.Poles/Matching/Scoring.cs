using System.Collections.Immutable;
using System.Globalization;

namespace Citess.Poles.Matching;

/// <summary>The formula, once as a number and once with its reasons; a test holds that the two agree.</summary>
internal static class Scoring
{
    /// <summary>Of two that may meet. <paramref name="cover"/> is the mean closeness over the want's concepts, above 0.</summary>
    public static int Score(int cover, PoleFacts wanting, Need need, PoleFacts offering, Offering offer, int adoptions, DateOnly today) =>
        Product(cover, Weights.Of(need.Urgency), Fresh(offer, today), Context(wanting, need, offering, offer)) + Weights.OfAdoptions(adoptions)
        + (wanting.Country != offering.Country ? Weights.Soft : 0)
        + (IsFirst(wanting, offering) ? Weights.Soft : 0)
        + (wanting.Served == 0 ? Weights.Soft : 0);

    /// <summary>No score of these concepts and this want can be higher.</summary>
    public static int Most(int cover, Need need) => Product(cover, Weights.Of(need.Urgency), Weights.Factor, Weights.Factor) + Weights.MostAdded;

    /// <summary>The parts, each what its evidence adds to those before it.</summary>
    public static ImmutableArray<Term> Explain(int cover, IEnumerable<string> concepts, PoleFacts wanting, Need need, PoleFacts offering, Offering offer, IReadOnlyCollection<PracticeProof> practices, DateOnly today)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        var (urgency, fresh, context) = (Weights.Of(Urgency.Whenever), Weights.LeastFresh, Weights.LeastContext);
        var reached = Product(cover, urgency, fresh, context);
        terms.Add(new(Reason.Concepts, reached, [.. concepts]));
        urgency = Weights.Of(need.Urgency);
        Lift(Reason.Urgency, need.Id);
        fresh = Fresh(offer, today);
        Lift(Reason.Freshness, offer.Confirmed.ToString("O", CultureInfo.InvariantCulture));
        context += Shared(wanting.Sectors, offering.Sectors, 1) * Weights.Sector;
        Lift(Reason.Sector, [.. Common(wanting.Sectors, offering.Sectors)]);
        context += Hours(wanting, offering) * Weights.Hour;
        Lift(Reason.Hours, Hours(wanting, offering).ToString(CultureInfo.InvariantCulture), wanting.Territory, offering.Territory);
        context += Shared(need.Languages, offer.Languages, 2) * Weights.SecondLanguage;
        Lift(Reason.Languages, [.. Common(need.Languages, offer.Languages)]);
        Add(Reason.Evidence, Weights.OfAdoptions(practices.Sum(practice => practice.Adoptions)), [.. practices.Select(practice => practice.Id)]);
        Add(Reason.CrossBorder, wanting.Country != offering.Country ? Weights.Soft : 0, wanting.Country, offering.Country);
        Add(Reason.FirstMeeting, IsFirst(wanting, offering) ? Weights.Soft : 0, offering.Id);
        Add(Reason.UnderServed, wanting.Served == 0 ? Weights.Soft : 0, wanting.Id);
        return terms.ToImmutable();

        void Lift(Reason reason, params ImmutableArray<string> cited)
        {
            var now = Product(cover, urgency, fresh, context);
            Add(reason, now - reached, cited);
            reached = now;
        }

        void Add(Reason reason, int part, params ImmutableArray<string> cited)
        {
            if (part > 0)
            {
                terms.Add(new(reason, part, cited));
            }
        }
    }

    /// <summary>Working hours that two have in common, as far as the sun tells.</summary>
    public static int Hours(PoleFacts one, PoleFacts other) =>
        Math.Max(0, Weights.WorkingHours - (int)Math.Round(Math.Abs(one.Longitude - other.Longitude) / 15m, MidpointRounding.AwayFromZero));

    private static int Context(PoleFacts wanting, Need need, PoleFacts offering, Offering offer) =>
        Weights.LeastContext
        + (Shared(wanting.Sectors, offering.Sectors, 1) * Weights.Sector)
        + (Hours(wanting, offering) * Weights.Hour)
        + (Shared(need.Languages, offer.Languages, 2) * Weights.SecondLanguage);

    private static int Product(int cover, int urgency, int fresh, int context) =>
        (int)((((((long)cover * urgency) / Weights.Factor) * fresh) / Weights.Factor * context) / Weights.Factor);

    private static int Fresh(Offering offer, DateOnly today) => Weights.OfAge(today.DayNumber - offer.Confirmed.DayNumber);

    private static bool IsFirst(PoleFacts wanting, PoleFacts offering) => !wanting.Met.Contains(offering.Id) && !offering.Met.Contains(wanting.Id);

    /// <summary>1 when so many are in common.</summary>
    private static int Shared(ImmutableArray<string> some, ImmutableArray<string> others, int many)
    {
        var count = 0;
        foreach (var one in some)
        {
            count += others.Contains(one, StringComparer.Ordinal) ? 1 : 0;
        }

        return count >= many ? 1 : 0;
    }

    private static IEnumerable<string> Common(ImmutableArray<string> some, ImmutableArray<string> others) => some.Where(one => others.Contains(one, StringComparer.Ordinal)).Order(StringComparer.Ordinal);
}
