using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Components;

/// <summary>Says problems of fields in the reader's language.</summary>
public static class ProblemSentences
{
    /// <summary>What is wrong, as a sentence.</summary>
    public static string Sentence(this FieldProblem problem, Text texts) => texts[problem.TextKey, [.. problem.Values]];

    /// <summary>The sentence for one field, or null when nothing is wrong with it; names are compared without regard to case.</summary>
    public static string? Of(this IEnumerable<FieldProblem> problems, string field, Text texts)
        => problems.FirstOrDefault(problem => problem.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Sentence(texts);
}
