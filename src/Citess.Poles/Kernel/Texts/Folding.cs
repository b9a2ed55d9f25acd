using System.Globalization;
using System.Text;

namespace Citess.Poles.Kernel.Texts;

/// <summary>
/// The words of a text as search compares them: without case, accents, vowel marks and the spellings that people use one
/// for the other. Done here and not in the database, since FTS5 splits Arabic at its vowel marks and the two databases
/// would disagree.
/// </summary>
public static class Folding
{
    private const int MaxWord = 64;
    private const int MaxArticle = 3;
    private static readonly string[] Articles = ["وال", "بال", "كال", "فال", "ال"];

    /// <summary>Words for the index. A word with the Arabic article also stands without it.</summary>
    public static IEnumerable<string> Index(string text)
    {
        foreach (var word in Words(text))
        {
            yield return word;
            var bare = WithoutArticle(word);
            if (bare.Length < word.Length)
            {
                yield return bare;
            }
        }
    }

    /// <summary>Words of a question, each to be found as the beginning of an indexed word; at most twelve.</summary>
    public static IReadOnlyList<string> Query(string text) => [.. Bare(text).Distinct(StringComparer.Ordinal).Take(12)];

    /// <summary>All words of a text in their order, without the Arabic article.</summary>
    public static IEnumerable<string> Bare(string text) => Words(text).Select(WithoutArticle);

    /// <summary>All words of a text in their order.</summary>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Compatibility forms come apart: أ into ا and a mark, ŀ into l and a dot, ﻻ into its letters.
        var letters = Whole(text).Normalize(NormalizationForm.FormKD);
        var word = new StringBuilder();
        for (var place = 0; place < letters.Length; place++)
        {
            var letter = letters[place];
            if (IsMark(letter) || (IsMiddleDot(letter) && IsBetweenL(letters, place)))
            {
                continue;
            }

            if (Rune.TryGetRuneAt(letters, place, out var rune) && Rune.IsLetterOrDigit(rune))
            {
                Append(word, rune);
                place += rune.Utf16SequenceLength - 1;
            }
            else if (word.Length > 0)
            {
                yield return Cut(word);
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word);
        }
    }

    // Half a surrogate pair cannot be normalised, as it comes from a text that was cut, and U+FFFE, which is no letter, neither.
    private static string Whole(string text) =>
        (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(text.EnumerateRunes()) : text).Replace('\ufffe', ' ');

    private static string Cut(StringBuilder word)
    {
        var end = Math.Min(word.Length, MaxWord);
        var cut = word.ToString(0, end > 0 && char.IsHighSurrogate(word[end - 1]) ? end - 1 : end);
        word.Clear();
        return cut;
    }

    // Tatweel only stretches a word; the zero-width joiners only shape it.
    private static bool IsMark(char letter) =>
        letter is 'ـ' or '\u200c' or '\u200d' or '\u00ad' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Catalan l·l, also typed with other dots.
    private static bool IsMiddleDot(char letter) => letter is '·' or '•' or '‧' or '⋅';

    private static bool IsBetweenL(string text, int place) =>
        place > 0 && place + 1 < text.Length && text[place - 1] is 'l' or 'L' && text[place + 1] is 'l' or 'L';

    private static void Append(StringBuilder word, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            word.Append((int)Rune.GetNumericValue(rune));
            return;
        }

        var lower = Rune.ToLowerInvariant(rune);
        _ = lower.Value switch
        {
            'ى' or 'ی' => word.Append('ي'),
            'ة' or 'ە' or 'ہ' => word.Append('ه'),
            'ٱ' => word.Append('ا'),
            'ک' => word.Append('ك'),
            'ß' => word.Append("ss"),
            'æ' => word.Append("ae"),
            'œ' => word.Append("oe"),
            'ø' => word.Append('o'),
            'ł' => word.Append('l'),
            'đ' => word.Append('d'),
            'ı' => word.Append('i'),
            _ when lower.IsBmp => word.Append((char)lower.Value),
            _ => word.Append(lower.ToString()),
        };
    }

    private static string WithoutArticle(string word)
    {
        foreach (var article in Articles)
        {
            if (word.StartsWith(article, StringComparison.Ordinal))
            {
                return word.Length - article.Length >= MaxArticle ? word[article.Length..] : word;
            }
        }

        return word;
    }
}
