using Citess.Poles.Kernel.Texts;

namespace Citess.Bench.Matching;

/// <summary>
/// The cosine of words weighted by how rare they are. Alone; or with only those offers that can be had at all; or with the
/// chosen concepts as words beside the text, which is the strongest of the three since it crosses languages as well.
/// </summary>
internal sealed class TfIdf : IRanker
{
    private readonly Dictionary<string, List<(int Offer, double Weight)>> index = new(StringComparer.Ordinal);
    private readonly PlantedNetwork network;
    private readonly double[] found;
    private readonly bool isStrict;
    private readonly bool hasTags;

    public TfIdf(PlantedNetwork network, bool isStrict, bool hasTags)
    {
        (this.network, this.isStrict, this.hasTags, found) = (network, isStrict, hasTags, new double[network.Offers.Count]);
        var words = network.Offers.Select(Words).ToList();
        var rare = words.SelectMany(each => each.Keys).CountBy(word => word, StringComparer.Ordinal).ToDictionary(each => each.Key, each => Math.Log(words.Count / (double)each.Value), StringComparer.Ordinal);
        foreach (var (number, each) in words.Index())
        {
            var length = Math.Sqrt(each.Sum(word => Math.Pow(word.Value * rare[word.Key], 2)));
            foreach (var (word, count) in each)
            {
                index.TryAdd(word, []);
                index[word].Add((number, count * rare[word] * rare[word] / Math.Max(length, 1e-9)));
            }
        }
    }

    public string Name => (isStrict, hasTags) switch { (false, _) => "TF-IDF", (true, false) => "TF-IDF, constraints", _ => "TF-IDF, constraints, tags" };

    public IReadOnlyList<int> Rank(PlantedItem want) =>
        [.. Found(want).OrderByDescending(each => each.Like).ThenBy(each => each.Offer).Take(Measures.Depth).Select(each => each.Offer)];

    /// <summary>Every offer of another pole that shares a word, and how like it is.</summary>
    public IEnumerable<(int Offer, double Like)> Found(PlantedItem want)
    {
        Array.Clear(found);
        var touched = new HashSet<int>();
        foreach (var (word, count) in Words(want))
        {
            foreach (var (offer, weight) in index.GetValueOrDefault(word, []))
            {
                found[offer] += count * weight;
                touched.Add(offer);
            }
        }

        return touched.Where(offer => network.Offers[offer].Pole != want.Pole && (!isStrict || CanMeet(want, network.Offers[offer]))).Select(offer => (offer, found[offer]));
    }

    private bool CanMeet(PlantedItem want, PlantedItem offer) => Judgements.CanMeet(network.Poles[want.Pole], want, network.Poles[offer.Pole], offer);

    private Dictionary<string, int> Words(PlantedItem item) =>
        Folding.Words(item.Text).Concat(hasTags ? item.Tags.Select(tag => "#" + tag) : []).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
