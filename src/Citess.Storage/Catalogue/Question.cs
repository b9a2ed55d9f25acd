using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Texts;

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
    private const int MaxMarks = 8;

    /// <summary>Before a stem in the index, so that it is none of the words.</summary>
    private const string StemMark = "yy";

    private static readonly (string Word, string Mark)[] Named =
    [
        .. Facets.Named().SelectMany(each => each.Names.SelectMany(Folding.Query).Distinct(StringComparer.Ordinal).Where(word => !WordForms.SaysNothing(word)).Select(word => (word, SearchText.Mark(each.Value))))
            .Distinct().OrderBy(each => each.word, StringComparer.Ordinal),
    ];

    /// <summary>The words of a text for the index, each with its stem where that is another.</summary>
    public static IEnumerable<string> Index(string text)
    {
        foreach (var word in Folding.Index(text))
        {
            yield return word;
            if (WordForms.Stem(word) is var stem && stem != word)
            {
                yield return StemMark + stem;
            }
        }
    }

    /// <summary>
    /// For each word all under which the index has its forms: the word as it was typed, those that are their own stem, the
    /// others, and its marks. With <paramref name="begun"/> of the last one, which may be half typed, all that begins with its stem.
    /// </summary>
    public static IEnumerable<IEnumerable<(string Word, bool IsBegun)>> Forms(IReadOnlyList<Sought> words, bool begun) => words.Select((word, place) => begun && place == words.Count - 1
        ? (word.Word == word.Stem ? [] : new[] { word.Word }).Concat(word.Marks).Select(form => (form, false)).Append((word.Stem, true))
        : new[] { word.Word, word.Stem, StemMark + word.Stem }.Distinct(StringComparer.Ordinal).Concat(word.Marks).Select(form => (form, false)));

    /// <summary>At most twelve words; nothing when there is none.</summary>
    public static IReadOnlyList<Sought> Of(string text)
    {
        var words = Folding.Query(text);
        var telling = words.Where(word => !WordForms.SaysNothing(word)).ToList();
        return [.. (telling.Count > 0 ? telling : words).Select(word => new Sought(word, WordForms.Stem(word), Marks(word)))];
    }

    /// <summary>The words of which some are enough when nothing has all: what is short begins too much.</summary>
    public static IReadOnlyList<Sought> Telling(IReadOnlyList<Sought> words) => words.Any(word => word.Word.Length >= WordForms.MinStem) ? [.. words.Where(word => word.Word.Length >= WordForms.MinStem)] : words;

    private static ImmutableArray<string> Marks(string word)
    {
        var stem = WordForms.Stem(word);
        return stem.Length < WordForms.MinStem && word == stem
            ? [.. Named.Where(each => each.Word == word).Select(each => each.Mark).Distinct().Take(MaxMarks)]
            : [.. Named.Where(each => each.Word.StartsWith(stem, StringComparison.Ordinal)).OrderBy(each => each.Word != word).ThenBy(each => each.Word.Length).Select(each => each.Mark).Distinct().Take(MaxMarks)];
    }
}
