namespace Citess.Bench.Matching;

/// <summary>A network from a seed: poles, wants, the offers that meet them, and offers that only look as if they did.</summary>
internal sealed class PlantedNetworks
{
    public const int Poles = 1_000;
    public const int Wants = 50_000;
    public const int Offers = 50_000;

    private static readonly (string Country, int Longitude, string[] Languages)[] Countries =
    [
        ("TN", 10, ["ar", "fr"]), ("MA", -7, ["ar", "fr"]), ("DZ", 3, ["ar", "fr"]), ("EG", 31, ["ar", "en"]), ("LB", 35, ["ar", "fr", "en"]), ("JO", 36, ["ar", "en"]),
        ("ES", -3, ["es", "en"]), ("ES", 2, ["ca", "es"]), ("FR", 3, ["fr", "en"]), ("IT", 12, ["it", "en"]), ("MT", 14, ["en", "it"]), ("PT", -9, ["es", "en"]),
    ];

    private readonly Random random;
    private readonly PlantedItems items;
    private readonly List<PlantedPole> poles;

    private PlantedNetworks(IReadOnlyList<LabelledConcept> concepts, int seed)
    {
        random = new(seed);
        items = new(concepts, random);
        poles = [.. Enumerable.Range(0, Poles).Select(Pole)];
        foreach (var pole in poles)
        {
            pole.Blocks.UnionWith(Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(Poles)).Where(other => other != pole.Number));
        }
    }

    public static PlantedNetwork From(IReadOnlyList<LabelledConcept> concepts, int seed) => new PlantedNetworks(concepts, seed).Grow();

    private PlantedNetwork Grow()
    {
        List<PlantedItem> wants = [.. Enumerable.Range(0, Wants).Select(_ => items.Write(Any(), items.Subject()))];
        var offers = new List<PlantedItem>();
        foreach (var want in wants.Where((_, number) => number % 2 == 0))
        {
            offers.Add(Meeting(want, Subject(want)));
            if (random.Next(2) == 0)
            {
                offers.Add(OnlyNear(want));
            }
        }

        while (offers.Count < Offers)
        {
            offers.Add(items.Write(Any(), items.Subject()));
        }

        return new(poles, Shuffled(wants, "want"), Shuffled(offers.Take(Offers), "offer"));

        string[] Subject(PlantedItem want) => random.Next(10) switch { < 5 => want.Truth, < 8 => items.Near(want.Truth, 1), _ => items.Near(want.Truth, 2) };
    }

    /// <summary>An offer of a pole that can be worked with.</summary>
    private PlantedItem Meeting(PlantedItem want, string[] subject)
    {
        for (var tries = 0; ; tries++)
        {
            var offer = items.Write(Any(), subject);
            if (Judgements.CanMeet(poles[want.Pole], want, poles[offer.Pole], offer) || tries == 50)
            {
                return offer;
            }
        }
    }

    /// <summary>The right subject, and one reason why it does not help.</summary>
    private PlantedItem OnlyNear(PlantedItem want)
    {
        var offer = Meeting(want, want.Truth);
        return random.Next(5) switch
        {
            0 => offer with { From = PlantedNetwork.Today.AddDays(-400), Until = PlantedNetwork.Today.AddDays(-random.Next(1, 200)) },
            1 => offer with { Within = ["XX"] },
            2 => offer with { Places = 0 },
            3 when poles[want.Pole].Blocks.Count > 0 => items.Write(poles[poles[want.Pole].Blocks.Min()], want.Truth),
            _ => offer with { Languages = [.. new[] { "ar", "ca", "en", "es", "fr", "it" }.Except(want.Languages, StringComparer.Ordinal).Take(1)] },
        };
    }

    private PlantedPole Pole(int number)
    {
        var (country, longitude, languages) = Countries[random.Next(Countries.Length)];
        var pole = new PlantedPole(number, country, longitude, languages, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => FormattableString.Invariant($"a{random.Next(1, 22):00}")).Distinct(StringComparer.Ordinal)])
        {
            Consents = random.Next(50) != 0,
            IsCold = random.Next(8) == 0,
        };
        var practices = pole.IsCold ? 0 : random.Next(6);
        for (var practice = 0; practice < practices; practice++)
        {
            pole.Practices.Add(new(FormattableString.Invariant($"{pole.Id}/practice/{practice}"), items.Subject()[0], random.Next(5)));
        }

        return pole;
    }

    /// <summary>A few poles say much, most say little.</summary>
    private PlantedPole Any()
    {
        var share = random.NextDouble();
        return poles[(int)(Poles * Math.Pow(share, 1.5))];
    }

    private List<PlantedItem> Shuffled(IEnumerable<PlantedItem> some, string kind)
    {
        var all = some.ToArray();
        random.Shuffle(all);
        return [.. all.Select((item, number) => item with { Id = FormattableString.Invariant($"{poles[item.Pole].Id}/{kind}/{number:00000}") })];
    }
}
