using System.Collections.Immutable;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Kernel;

/// <summary>The rules that fields of all kinds share; each answers with the problems it finds.</summary>
public static class Check
{
    public static IEnumerable<FieldProblem> Text(string field, MultilingualText text, int most, bool isNeeded)
    {
        if (text.Texts.Count > 40 || (text.Texts.Count > 0 && !text.Texts.Keys.All(IsLanguage)))
        {
            yield return new(field, "kernel.check.language");
        }

        if (isNeeded && string.IsNullOrWhiteSpace(text.SourceText))
        {
            yield return new(field, "kernel.check.needed");
        }

        foreach (var (language, each) in text.Texts)
        {
            if (each.Text.Length > most)
            {
                yield return new($"{field}.{language}", "kernel.check.long", most.ToString(), each.Text.Length.ToString());
            }
        }
    }

    public static IEnumerable<FieldProblem> Text(string field, string text, int most, bool isNeeded = false)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            yield return new(field, "kernel.check.needed");
        }

        if (text.Length > most)
        {
            yield return new(field, "kernel.check.long", most.ToString(), text.Length.ToString());
        }
    }

    public static IEnumerable<FieldProblem> List(string field, ImmutableArray<string> items, int most, Func<string, bool> isKnown)
    {
        if (items.Length > most || items.Any(item => item.Length > 200 || !isKnown(item)))
        {
            yield return new(field, "kernel.check.choice");
        }
    }

    /// <summary>Images, or documents; each once, and told in words for whoever does not see it.</summary>
    public static IEnumerable<FieldProblem> Blobs(string field, ImmutableArray<BlobLink> links, bool isImage)
    {
        if (links.Length > BlobTerms.MaxEach || links.Any(link => !link.IsFit || link.MediaType.StartsWith("image/", StringComparison.Ordinal) != isImage) || links.DistinctBy(link => link.Hash).Count() < links.Length)
        {
            yield return new(field, "kernel.check.choice");
        }

        foreach (var problem in links.SelectMany(link => Text(field, link.Name, BlobLink.MaxName, isNeeded: false)))
        {
            yield return problem;
        }
    }

    public static IEnumerable<FieldProblem> Web(string field, string address)
    {
        if (address.Length > 0 && (address.Length > 500 || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)))
        {
            yield return new(field, "kernel.check.web");
        }
    }

    /// <summary>A <see cref="Kernel.PartialDate"/>.</summary>
    public static IEnumerable<FieldProblem> PartialDate(string field, string date, bool isNeeded = false)
    {
        if (date.Length > 0 ? !Kernel.PartialDate.IsDate(date) : isNeeded)
        {
            yield return new(field, "kernel.check.date");
        }
    }

    /// <summary>International form, as <c>tel:</c> and the wire have it; people may type spaces.</summary>
    public static IEnumerable<FieldProblem> Telephone(string field, string number)
    {
        if (number.Length > 0 && (number.Length > 30 || number[0] != '+' || number.Count(char.IsAsciiDigit) is < 6 or > 15 || number.Skip(1).Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-' or '(' or ')'))))
        {
            yield return new(field, "kernel.check.telephone");
        }
    }

    /// <summary>A BCP 47 tag in the short forms that people write in: <c>ar</c>, <c>pt-BR</c>.</summary>
    public static bool IsLanguage(string tag) =>
        tag.Length is >= 2 and <= 12 && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && char.IsAsciiLetterLower(tag[0]);

    public static bool IsTerritory(string code) =>
        code.Length is 0 or (>= 2 and <= 8) && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
