using System.Collections.Frozen;
using System.Text.Json;

namespace Citess.Poles.Kernel.Texts;

/// <summary>One text of the interface in one language: a single form, or one form for each plural category.</summary>
internal sealed class TextEntry
{
    private TextEntry(FrozenDictionary<string, string> forms, bool isPlural) => (Forms, IsPlural) = (forms, isPlural);

    public FrozenDictionary<string, string> Forms { get; }

    public bool IsPlural { get; }

    public static TextEntry Read(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? new(json.EnumerateObject().ToFrozenDictionary(form => form.Name, form => form.Value.GetString() ?? "", StringComparer.Ordinal), true)
        : new(FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("other", json.GetString() ?? "")], StringComparer.Ordinal), false);

    /// <summary>The form for the first number among the arguments; a category left out is said as <c>other</c>.</summary>
    public string Form(string language, ReadOnlySpan<object?> arguments)
    {
        if (IsPlural)
        {
            foreach (var argument in arguments)
            {
                if (PluralRules.NumberIn(argument) is { } number)
                {
                    return Forms.GetValueOrDefault(PluralRules.Category(language, number), Forms["other"]);
                }
            }
        }

        return Forms["other"];
    }
}
