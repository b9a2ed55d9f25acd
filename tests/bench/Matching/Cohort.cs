namespace Citess.Bench.Matching;

/// <summary>Poles that look for groups, and the groups that are in them.</summary>
internal sealed record Cohort(PlantedNetwork Network, IReadOnlyList<int[]> Key)
{
    public HashSet<(int, int)> Pairs { get; } = Measures.Pairs(Key);
}

/// <summary>Fifty poles from a seed, most of them in groups of two to four whose members meet each other's wants; some in two, some in none.</summary>
internal sealed class Cohorts
{
    private const int Poles = 50;
    private const int Groups = 16;
    private static readonly string[] Languages = ["ar", "ca", "en", "es", "fr", "it"];
    private readonly Random random;
    private readonly PlantedItems items;
    private readonly List<PlantedPole> poles = [];
    private readonly List<PlantedItem> wants = [];
    private readonly List<PlantedItem> offers = [];
    private readonly Dictionary<int, int> groupsOf = [];

    private Cohorts(IReadOnlyList<LabelledConcept> concepts, int seed)
    {
        random = new(seed);
        items = new(concepts, random);
    }

    public static Cohort From(IReadOnlyList<LabelledConcept> concepts, int seed) => new Cohorts(concepts, seed).Grow();

    private Cohort Grow()
    {
        string[] countries = ["TN", "MA", "EG", "ES", "FR", "IT"];
        int[] longitudes = [10, -7, 31, 2, 3, 12];
        for (var number = 0; number < Poles; number++)
        {
            var country = random.Next(countries.Length);
            poles.Add(new(number, countries[country], longitudes[country], [Languages[random.Next(Languages.Length)], random.Next(3) == 0 ? "fr" : "en"], ["a01"]));
        }

        var key = Enumerable.Range(0, Groups).Select(_ => Group()).ToList();
        foreach (var pole in poles.SelectMany(pole => Enumerable.Repeat(pole, 2)))
        {
            Say(wants, pole, items.Subject());
            Say(offers, pole, items.Subject());
        }

        return new(new(poles, Named(wants, "want"), Named(offers, "offer")), key);
    }

    /// <summary>Members speak a language in common, no pole is in more than two groups, and each meets a want of the next and of most others.</summary>
    private int[] Group()
    {
        var language = random.Next(3) == 0 ? "fr" : "en";
        var able = poles.Where(pole => pole.Languages.Contains(language, StringComparer.Ordinal)).Select(pole => pole.Number).ToArray();
        random.Shuffle(able);
        int[] members = [.. able.Where(pole => groupsOf.GetValueOrDefault(pole) < 2).OrderBy(Turn).Take(random.Next(2, 5))];
        for (var one = 0; one < members.Length; one++)
        {
            groupsOf[members[one]] = groupsOf.GetValueOrDefault(members[one]) + 1;
            for (var other = 0; other < members.Length; other++)
            {
                if (other != one && (other == (one + 1) % members.Length || random.Next(2) == 0))
                {
                    var subject = items.Subject()[..1];
                    Say(wants, poles[members[other]], subject);
                    Say(offers, poles[members[one]], random.Next(3) == 0 ? items.Near(subject, 1) : subject);
                }
            }
        }

        return members;
    }

    /// <summary>Whoever is in a group comes last, some by lot before the others.</summary>
    private int Turn(int pole) => groupsOf.ContainsKey(pole) && random.Next(4) != 0 ? 1 : 0;

    private void Say(List<PlantedItem> where, PlantedPole pole, string[] subject) => where.Add(items.Write(pole, subject) with { Languages = pole.Languages, Within = [] });

    private List<PlantedItem> Named(List<PlantedItem> some, string kind)
    {
        var all = some.ToArray();
        random.Shuffle(all);
        return [.. all.Select((item, number) => item with { Id = FormattableString.Invariant($"{poles[item.Pole].Id}/{kind}/{number:00000}") })];
    }
}
