using System.Text.Json;
using System.Text.RegularExpressions;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

/// <summary>Every file of words in the source, of whatever feature.</summary>
public sealed partial class TextFilesTests
{
    private static readonly IReadOnlyList<(string File, string Key, JsonElement Value)> s_entries =
    [
        .. Repository.SourceFiles("*.texts.json").SelectMany(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file))
            .EnumerateObject().Select(member => (Path.GetFileName(file), member.Name, member.Value))),
    ];

    [Fact]
    public void Every_key_is_there_in_six_languages()
    {
        Assert.NotEmpty(s_entries);
        Assert.Empty(s_entries
            .Where(entry => !entry.Value.EnumerateObject().Select(text => text.Name).Order(StringComparer.Ordinal)
                .SequenceEqual(Languages.All.Select(language => language.Code)))
            .Select(entry => $"{entry.File}: {entry.Key}"));
    }

    [Fact]
    public void A_plural_has_the_categories_of_its_language()
        => Assert.Empty(Texts().Where(text => text.Value.ValueKind == JsonValueKind.Object && !HasCategories(text.Language, text.Value)).Select(text => text.Name));

    [Fact]
    public void A_key_is_a_plural_in_all_languages_or_in_none()
        => Assert.Empty(s_entries
            .Where(entry => entry.Value.EnumerateObject().Select(text => text.Value.ValueKind).Distinct().Count() > 1)
            .Select(entry => $"{entry.File}: {entry.Key}"));

    [Fact]
    public void Every_language_fills_in_the_same_values()
        => Assert.Empty(s_entries
            .Where(entry => entry.Value.EnumerateObject().Select(text => Placeholders(Widest(text.Value))).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(entry => $"{entry.File}: {entry.Key}"));

    [Fact]
    public void A_form_of_a_plural_fills_in_nothing_that_the_general_form_does_not()
        => Assert.Empty(Texts()
            .Where(text => text.Value.ValueKind == JsonValueKind.Object)
            .Where(text => text.Value.EnumerateObject().Any(form => Numbers(form.Value.GetString()!).Except(Numbers(Widest(text.Value)), StringComparer.Ordinal).Any()))
            .Select(text => text.Name));

    [Fact]
    public void No_text_is_empty_or_has_loose_spaces()
        => Assert.Empty(Texts().SelectMany(text => Strings(text.Value)
            .Where(words => words.Trim().Length == 0 || (words != words.Trim() && words.Trim().Length > 1))
            .Select(_ => text.Name)));

    [Fact]
    public void No_Arabic_text_was_left_in_another_script()
        => Assert.Empty(Texts().Where(text => text.Language == "ar" && Strings(text.Value).Any(words => !words.Any(letter => letter is >= '\u0600' and <= '\u06FF') && words.Any(char.IsAsciiLetter)))
            .Select(text => text.Name));

    [Fact]
    public void Every_key_that_the_source_asks_for_is_in_a_file()
    {
        var keys = s_entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var asked = Repository.SourceFiles("*.razor").Concat(Repository.SourceFiles("*.cs"))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Key: match.Groups["key"].Value)))
            .ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Where(each => !keys.Contains(each.Key)).Select(each => $"{each.File}: {each.Key}"));
    }

    private static IEnumerable<(string Name, string Language, JsonElement Value)> Texts()
        => s_entries.SelectMany(entry => entry.Value.EnumerateObject().Select(text => ($"{entry.File}: {entry.Key}/{text.Name}", text.Name, text.Value)));

    // A million of anything is rare here: "many" may be left to the general form outside Arabic.
    private static bool HasCategories(string language, JsonElement forms)
    {
        var given = forms.EnumerateObject().Select(form => form.Name).ToHashSet(StringComparer.Ordinal);
        var wanted = PluralRules.CategoriesOf(language);
        return given.IsSubsetOf(wanted) && wanted.All(category => given.Contains(category) || (category == "many" && language != "ar"));
    }

    private static IEnumerable<string> Strings(JsonElement text) => text.ValueKind == JsonValueKind.Object
        ? text.EnumerateObject().Select(form => form.Value.GetString()!)
        : [text.GetString()!];

    private static string Widest(JsonElement text) => text.ValueKind == JsonValueKind.Object ? text.GetProperty("other").GetString()! : text.GetString()!;

    private static IEnumerable<string> Numbers(string words) => Placeholder().Matches(words).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal);

    private static string Placeholders(string words) => string.Join(' ', Numbers(words).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("""(?<!<c>@)\bT\["(?<key>[a-z][\w.]+\w)"[\],]""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
