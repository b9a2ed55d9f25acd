using System.Collections.Immutable;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Calls;

/// <summary>What a call says and asks, as Markdown, for readers that know no terms of ours: in every language in which it has a title.</summary>
internal static class CallStory
{
    public static MultilingualText Of(Call call, Text words) => call.Title with
    {
        Texts = call.Title.Texts.Where(text => text.Value.Text.Length > 0).ToImmutableSortedDictionary(text => text.Key, text => new LanguageText(In(call, text.Key, words)), StringComparer.Ordinal),
    };

    private static string In(Call call, string code, Text words)
    {
        var language = Languages.Find(code) ?? Languages.Fallback;
        var story = new StringBuilder();
        if (call.About.Show(code).Text is { Length: > 0 } about)
        {
            story.Append(about).Append("\n\n");
        }

        foreach (var (name, value) in CallWords.Facts(call, language, words))
        {
            story.Append("- ").Append(name).Append(": ").Append(Plain(value)).Append('\n');
        }

        return story.ToString();
    }

    /// <summary>Names that people typed are no Markdown here.</summary>
    private static string Plain(string text) => string.Concat(text.Select(letter => "\\`*_{}[]<>()#+!|~&".Contains(letter, StringComparison.Ordinal) ? "\\" + letter : letter.ToString()));
}
