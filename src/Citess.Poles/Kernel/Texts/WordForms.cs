using System.Collections.Frozen;

namespace Citess.Poles.Kernel.Texts;

/// <summary>
/// What folded words of the six languages share: a light hand that cuts the endings of number and gender, and the words
/// that say nothing by themselves.
/// </summary>
public static class WordForms
{
    /// <summary>What is shorter stays whole.</summary>
    public const int MinStem = 4;

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

    /// <summary>Whether a folded word is one of those that stand in any text.</summary>
    public static bool SaysNothing(string word) => Empty.Contains(word);

    /// <summary>The beginning that the forms of a folded word share.</summary>
    public static string Stem(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
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
}
