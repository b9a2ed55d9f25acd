using Citess.Poles.Kernel;

namespace Citess.Poles.Components;

/// <summary>One field that two people changed, or a partner pole and we.</summary>
/// <param name="Label">Name of the field in the reader's language.</param>
/// <param name="Theirs">The text that is kept now.</param>
/// <param name="Yours">The text that the reader typed.</param>
/// <param name="Language">Language of both texts, or null.</param>
public sealed record FieldDifference(string Label, string Theirs, string Yours, string? Language = null)
{
    /// <summary>One for each language in which two texts differ.</summary>
    public static IEnumerable<FieldDifference> Of(string label, MultilingualText theirs, MultilingualText yours) =>
        from language in theirs.Texts.Keys.Union(yours.Texts.Keys)
        let one = theirs.Texts.TryGetValue(language, out var first) ? first.Text : ""
        let other = yours.Texts.TryGetValue(language, out var second) ? second.Text : ""
        where one != other
        select new FieldDifference(label, one, other, language);

    public static IEnumerable<FieldDifference> Of(string label, string theirs, string yours) =>
        theirs == yours ? [] : [new FieldDifference(label, theirs, yours)];
}
