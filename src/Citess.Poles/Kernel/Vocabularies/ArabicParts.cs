namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>What a folded Arabic word may be without the small words that are written together with it: and, to, with, our, their.</summary>
internal static class ArabicParts
{
    private const int Least = 3;
    private static readonly string[] Before = ["ولل", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك"];
    private static readonly string[] Behind = ["نا", "ها", "هم", "كم"];

    /// <summary>The word, then what it may be; another script has no parts.</summary>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        if (word[0] is < '\u0600' or > '\u06ff')
        {
            yield break;
        }

        foreach (var bare in WithoutBehind(word))
        {
            yield return bare;
        }

        foreach (var part in Before.Where(part => word.Length - part.Length >= Least && word.StartsWith(part, StringComparison.Ordinal)))
        {
            yield return word[part.Length..];
            foreach (var bare in WithoutBehind(word[part.Length..]))
            {
                yield return bare;
            }
        }
    }

    private static IEnumerable<string> WithoutBehind(string word)
    {
        foreach (var part in Behind.Where(part => word.Length - part.Length >= Least && word.EndsWith(part, StringComparison.Ordinal)))
        {
            // A word that ends in ة has ت before what follows.
            var bare = word[..^part.Length];
            yield return bare;
            if (bare[^1] == 'ت')
            {
                yield return bare[..^1] + 'ه';
            }
        }
    }
}
