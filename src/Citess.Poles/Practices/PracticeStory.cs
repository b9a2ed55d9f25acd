using System.Collections.Immutable;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>All of a practice as one text in Markdown, for readers that know only an article; each language has what was written or translated in it.</summary>
public sealed class PracticeStory(Kernel.Texts.Text words)
{
    public MultilingualText Of(Practice content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new()
        {
            Source = content.Title.Source,
            Texts = content.Title.Texts.Keys.Union(PracticeSection.All.SelectMany(section => section.Of(content).Texts.Keys)).Union(content.Body.Texts.Keys)
                .Select(language => KeyValuePair.Create(language, new LanguageText(In(content, language))))
                .Where(each => each.Value.Text.Length > 0)
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private string In(Practice content, string code)
    {
        var language = Languages.Find(code) ?? Languages.Fallback;
        var text = new StringBuilder();
        foreach (var section in PracticeSection.All)
        {
            Part(Say(section.Words), Written(section.Of(content)));
        }

        Part(Say("practices.part.steps"), Joined(content.Phases, phase => Written(phase.Name) is { Length: > 0 } name
            ? $"### {name}\n\n" + Listed("practices.step.actors", phase.Actors) + Listed("practices.step.resources", phase.Resources) + Listed("practices.step.actions", phase.Actions) : ""));
        Part(Say("practices.part.results"), Joined(content.Results, Result));
        Part(Say("practices.part.conditions"), Joined(content.Conditions, condition =>
            $"- **{Concepts.Determinants.Find(condition.Determinant)?.Labels[language.Code]}** ({Say(condition.IsRequired ? "practices.condition.required" : "practices.condition.helpful")}){Behind(": ", Written(condition.Text))}\n"));
        Part(Say("practices.part.risks"), Joined(content.Risks, risk => Written(risk.Name) is { Length: > 0 } name ? $"- **{name}**{Behind(": ", Written(risk.Coping))}\n" : ""));
        Part(Say("practices.part.blocks"), Joined(content.Blocks, block => Written(block.Name) is { Length: > 0 } name ? $"- **{name}**{Behind(": ", Written(block.Text))}\n" : ""));
        Part(Say("practices.body"), Written(content.Body));
        Part(Say("practices.credit"), content.Credit);
        Part(Say("practices.funder"), Written(content.FunderNotice));
        return text.ToString().TrimEnd();

        string Say(string key) => words.In(language, key);

        string Written(MultilingualText each) => each.Texts.TryGetValue(code, out var written) ? written.Text : "";

        string Listed(string key, MultilingualText lines) => Written(lines) is { Length: > 0 } list
            ? $"**{Say(key)}**\n\n{string.Concat(list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"- {line}\n"))}\n" : "";

        string Result(PracticeResult result) => Written(result.What) is { Length: > 0 } what
            ? $"- {(result.Figure.Length > 0 ? $"**{result.Figure}** " : "")}{what}{Behind(" (", string.Join(", ", Sayings(result)), ")")}\n" : "";

        IEnumerable<string> Sayings(PracticeResult result) =>
        [
            .. result.Source.Length > 0 ? [result.Source] : Array.Empty<string>(),
            .. result.Date.Length > 0 ? [PartialDate.Show(result.Date, language)] : Array.Empty<string>(),
            .. result.ExpectedBy.Length > 0 ? [$"{Say("practices.result.expected")} {PartialDate.Show(result.ExpectedBy, language)}"] : Array.Empty<string>(),
        ];

        void Part(string heading, string body)
        {
            if (body.Length > 0)
            {
                text.Append("## ").Append(heading).Append("\n\n").Append(body).Append("\n\n");
            }
        }
    }

    private static string Joined<T>(IEnumerable<T> rows, Func<T, string> say) => string.Concat(rows.Select(say));

    private static string Behind(string before, string text, string after = "") => text.Length > 0 ? before + text.ReplaceLineEndings(" ") + after : "";
}
