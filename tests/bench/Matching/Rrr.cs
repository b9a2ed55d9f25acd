using System.Collections.Immutable;
using System.Text.Json;
using Citess.Bench.Nodes;

namespace Citess.Bench.Matching;

/// <summary>The nine cities of a real cycle: what they said before groups existed, and apart from it the groups they made.</summary>
internal static class Rrr
{
    private static readonly JsonElement Told = Read("rrr.json");

    public static ImmutableArray<string> Cities { get; } = [.. All().Select(city => city.GetProperty("city").GetString()!)];

    /// <summary>The pairs of the groups that they made: the key.</summary>
    public static HashSet<(int, int)> Key() => Measures.Pairs(Read("rrr-groups.json").GetProperty("groups").EnumerateArray()
        .Select(group => group.GetProperty("members").EnumerateArray().Select(member => Cities.IndexOf(member.GetString()!)).ToList()));

    /// <summary>The pairs that a rule makes which knows nothing but continents.</summary>
    public static HashSet<(int, int)> SameContinent() => Measures.Pairs(All().Index().GroupBy(city => city.Item.GetProperty("continent").GetString()!, city => city.Index, StringComparer.Ordinal).Select(group => group.ToList()));

    /// <summary>Offers and wants as they said them; what all want together, each wants a little. Concepts are those that the words name.</summary>
    public static PlantedNetwork Network(IReadOnlyList<LabelledConcept> concepts)
    {
        var (wants, offers) = (new List<PlantedItem>(), new List<PlantedItem>());
        var together = Texts(Told, "together");
        var poles = All().Select((city, number) => new PlantedPole(number, city.GetProperty("country").GetString()!, city.GetProperty("longitude").GetInt32(), Texts(city, "languages"), [])).ToList();
        foreach (var (number, city) in All().Index())
        {
            wants.AddRange(Texts(city, "wants").Select(text => Item(number, text) with { Urgency = 3 }));
            wants.AddRange(together.Select(text => Item(number, text) with { Urgency = 1 }));
            offers.AddRange(Texts(city, "offers").Select(text => Item(number, text)));
        }

        return new(poles, [.. wants.Select((want, number) => Named(want, "want", number))], [.. offers.Select((offer, number) => Named(offer, "offer", number))]);

        PlantedItem Named(PlantedItem item, string kind, int number) => item with { Id = FormattableString.Invariant($"{poles[item.Pole].Id}/{kind}/{number:00}") };

        PlantedItem Item(int pole, string text) => new(pole, [], Labels.Suggest(concepts, "en", text), "en", text)
        {
            Languages = poles[pole].Languages,
            Confirmed = PlantedNetwork.Today,
            From = PlantedNetwork.Today,
            Until = PlantedNetwork.Today.AddYears(1),
            Places = 4,
        };
    }

    private static List<JsonElement> All() => [.. Told.GetProperty("cities").EnumerateArray()];

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "bench", "Matching", "Data", name))).RootElement;
}
