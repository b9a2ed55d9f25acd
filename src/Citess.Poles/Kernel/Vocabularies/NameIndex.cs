using System.Collections.Frozen;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>
/// Finds which names a text comes close to, in any language, by the beginnings of folded words; a word that few things
/// share tells more. All is computed once, and the answer to a text is always the same.
/// </summary>
public sealed class NameIndex
{
    /// <summary>What is longer is looked at up to here.</summary>
    private const int MaxWords = 400;
    private const int MaxBegun = 60;

    /// <summary>What a word counts of a text that stands in no name, beside the rarest that does.</summary>
    private const double Unknown = 0.5;

    /// <summary>Of a name this share must be in the text, or of a short text in the name.</summary>
    private const double Least = 0.5;

    /// <summary>All of it, whatever adding fractions did.</summary>
    private const double Whole = 0.999;

    private readonly Naming[] namings;
    private readonly double[] wholes;
    private readonly FrozenDictionary<string, int[]> byStem;
    private readonly FrozenDictionary<string, double> weights;
    private readonly double rarest;
    private readonly (string Word, string Stem)[] words;

    /// <summary>Builds it; with <paramref name="measure"/>, a word weighs as much as it does there.</summary>
    public NameIndex(IEnumerable<Naming> all, NameIndex? measure = null)
    {
        namings = [.. all];
        var telling = namings.Select(naming => Telling(naming.Text)).ToArray();
        byStem = telling.SelectMany((each, place) => each.Select(word => (word.Stem, place)).Distinct())
            .GroupBy(each => each.Stem, each => each.place, StringComparer.Ordinal).ToFrozenDictionary(each => each.Key, each => each.ToArray(), StringComparer.Ordinal);
        var owners = (double)namings.Select(naming => naming.Owner).Distinct().Count();
        rarest = measure?.rarest ?? Math.Log(1 + owners);
        weights = byStem.ToFrozenDictionary(
            each => each.Key,
            each => measure is null ? Math.Log(1 + (owners / each.Value.Select(place => namings[place].Owner).Distinct().Count())) : measure.weights.GetValueOrDefault(each.Key, measure.rarest),
            StringComparer.Ordinal);
        wholes = [.. telling.Select(each => each.Select(word => word.Stem).Distinct(StringComparer.Ordinal).Sum(stem => weights[stem]))];
        words = [.. telling.SelectMany(each => each).Distinct().OrderBy(each => each.Word, StringComparer.Ordinal).ThenBy(each => each.Stem, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The closest name of each owner, best first. While somebody types, the last word may be begun; names in
    /// <paramref name="language"/> come before equal ones.
    /// </summary>
    public IReadOnlyList<Named> Find(string text, string? language, bool isTyping, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = new Dictionary<string, double>(StringComparer.Ordinal);
        var all = Ask(text, isTyping, asked);
        var found = new Dictionary<int, double>();
        foreach (var (stem, strength) in asked)
        {
            foreach (var place in byStem[stem])
            {
                found[place] = found.GetValueOrDefault(place) + (weights[stem] * strength);
            }
        }

        var best = new Dictionary<int, Named>();
        foreach (var (place, sum) in found)
        {
            var naming = namings[place];
            var (ofName, ofText) = (Math.Min(1, sum / wholes[place]), Math.Min(1, sum / all));
            var share = Math.Max(ofName, ofText);
            var score = Math.Min(sum, all) * share * share * (0.6 + (0.4 * ofName)) * (naming.IsFirst ? 1 : 0.95) * (language is null || naming.Language == language ? 1 : 0.8);
            if (share >= Least && !(best.TryGetValue(naming.Owner, out var other) && (other.Score > score || (other.Score == score && Before(other.Naming, naming)))))
            {
                best[naming.Owner] = new(naming, score, Math.Min(ofName, ofText) > Whole);
            }
        }

        return [.. best.Values.OrderByDescending(each => each.Score).ThenBy(each => each.Naming.Owner).Take(limit)];
    }

    private static bool Before(Naming one, Naming other) => one.IsFirst != other.IsFirst ? one.IsFirst : string.CompareOrdinal(one.Language + one.Text, other.Language + other.Text) < 0;

    /// <summary>What is looked for, and how much all of it weighs.</summary>
    private double Ask(string text, bool isTyping, Dictionary<string, double> asked)
    {
        List<string> bare = [.. Folding.Bare(text).Take(MaxWords).Where(word => !WordForms.SaysNothing(word))];
        var all = 0d;
        for (var place = 0; place < bare.Count; place++)
        {
            var most = 0d;
            foreach (var (stem, strength) in isTyping && place == bare.Count - 1 ? Begun(bare[place]) : Known(bare[place]))
            {
                most = Math.Max(most, weights[stem] * strength);
                if (!asked.TryGetValue(stem, out var before) || before < strength)
                {
                    asked[stem] = strength;
                }
            }

            all += most > 0 ? most : rarest * Unknown;
        }

        return all;
    }

    private IEnumerable<(string Stem, double Strength)> Known(string word) =>
        ArabicParts.Of(word).Select(WordForms.Stem).FirstOrDefault(byStem.ContainsKey) is { } stem ? [(stem, 1)] : [];

    /// <summary>The word itself, and what begins with it.</summary>
    private IEnumerable<(string Stem, double Strength)> Begun(string word)
    {
        var whole = Known(word).ToList();
        var first = Array.BinarySearch(words, (word, ""), Comparer<(string Word, string Stem)>.Create((one, other) => string.CompareOrdinal(one.Word, other.Word)));
        first = first < 0 ? ~first : first;
        while (first > 0 && words[first - 1].Word == word)
        {
            first--;
        }

        return whole.Concat(words.Skip(first).TakeWhile(each => each.Word.StartsWith(word, StringComparison.Ordinal)).Take(MaxBegun)
            .Select(each => each.Stem).Where(stem => whole.TrueForAll(each => each.Stem != stem)).Distinct(StringComparer.Ordinal).Select(stem => (stem, 0.8)));
    }

    private static List<(string Word, string Stem)> Telling(string text)
    {
        var all = Folding.Bare(text).ToList();
        var telling = all.Where(word => !WordForms.SaysNothing(word)).ToList();
        return [.. (telling.Count > 0 ? telling : all).Select(word => (word, WordForms.Stem(word)))];
    }
}
