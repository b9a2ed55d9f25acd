using System.Collections.Frozen;
using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Storage.Catalogue;

/// <summary>One word that is looked for.</summary>
/// <param name="Word">As it was typed, folded.</param>
/// <param name="Stem">The beginning that its forms share.</param>
/// <param name="Marks">The marks of sectors, goals and other values that are called so in any language.</param>
internal sealed record Sought(string Word, string Stem, ImmutableArray<string> Marks);

/// <summary>
/// What a question asks for. A light hand: endings that the six languages use for number and gender are cut, words that
/// say nothing are passed over, and a word that names a sector, a goal, a beneficiary, a condition or a place stands for
/// it in every language.
/// </summary>
internal static class Question
{
    private const int MinStem = 4;
    private const int MaxMarks = 8;

    /// <summary>Before a stem in the index, so that it is none of the words.</summary>
    private const string StemMark = "yy";

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        [
            "de", "des", "du", "la", "le", "les", "un", "une", "et", "en", "au", "aux", "dans", "sur", "par", "pour", "avec", "qui", "que", "est", "d", "l",
            "el", "los", "las", "y", "con", "para", "del", "por", "una", "al",
            "els", "i", "amb", "per", "dels", "als", "a", "o", "ou", "u",
            "il", "lo", "gli", "di", "della", "delle", "dei", "degli", "e", "tra", "fra", "da", "nel", "nella",
            "the", "of", "and", "for", "to", "in", "on", "with", "by", "an", "or", "at",
            "من", "في", "علي", "عن", "الي", "مع", "او", "و",
        ],
        StringComparer.Ordinal);

    // The longest first: each word loses one at most.
    private static readonly string[] Arabic = ["يات", "ات", "ون", "ين", "يه", "ان", "ه", "ي"];

    private static readonly (string Word, string Mark)[] Named =
    [
        .. Facets.Named().SelectMany(each => each.Names.SelectMany(Folding.Query).Distinct(StringComparer.Ordinal).Where(word => !Empty.Contains(word)).Select(word => (word, SearchText.Mark(each.Value))))
            .Distinct().OrderBy(each => each.word, StringComparer.Ordinal),
    ];

    /// <summary>The words of a text for the index, each with its stem where that is another.</summary>
    public static IEnumerable<string> Index(string text)
    {
        foreach (var word in Folding.Index(text))
        {
            yield return word;
            if (Stem(word) is var stem && stem != word)
            {
                yield return StemMark + stem;
            }
        }
    }

    /// <summary>
    /// All under which the index has the forms of a word: the word as it was typed, those that are their own stem, the others.
    /// Where all that begins with the stem is asked for as well, the word alone.
    /// </summary>
    public static IEnumerable<string> Forms(Sought sought, bool begun) =>
        begun ? sought.Word == sought.Stem ? [] : [sought.Word] : new[] { sought.Word, sought.Stem, StemMark + sought.Stem }.Distinct(StringComparer.Ordinal);

    /// <summary>At most twelve words; nothing when there is none.</summary>
    public static IReadOnlyList<Sought> Of(string text)
    {
        var words = Folding.Query(text);
        var telling = words.Where(word => !Empty.Contains(word)).ToList();
        return [.. (telling.Count > 0 ? telling : words).Select(word => new Sought(word, Stem(word), Marks(word)))];
    }

    /// <summary>The words of which some are enough when nothing has all: what is short begins too much.</summary>
    public static IReadOnlyList<Sought> Telling(IReadOnlyList<Sought> words) => words.Any(word => word.Word.Length >= MinStem) ? [.. words.Where(word => word.Word.Length >= MinStem)] : words;

    internal static string Stem(string word)
    {
        if (word[0] is >= '\u0600' and <= '\u06ff')
        {
            return Array.Find(Arabic, ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= MinStem) is { } cut ? word[..^cut.Length] : word;
        }

        if (word.Length <= MinStem || !char.IsLetter(word[^1]))
        {
            return word;
        }

        var stem = word[^1] is 's' or 'x' ? word[..^1] : word;
        return stem.Length > MinStem && stem[^1] is 'a' or 'e' or 'i' or 'o' ? stem[..^1] : stem;
    }

    private static ImmutableArray<string> Marks(string word)
    {
        var stem = Stem(word);
        return stem.Length < MinStem && word == stem
            ? [.. Named.Where(each => each.Word == word).Select(each => each.Mark).Distinct().Take(MaxMarks)]
            : [.. Named.Where(each => each.Word.StartsWith(stem, StringComparison.Ordinal)).OrderBy(each => each.Word != word).ThenBy(each => each.Word.Length).Select(each => each.Mark).Distinct().Take(MaxMarks)];
    }
}
