using System.Globalization;
using Citess.Poles.Kernel.Culture;

namespace Citess.Poles.Kernel;

/// <summary>A year, a month or a day, as precise as somebody knows it: <c>2024</c>, <c>2024-05</c>, <c>2024-05-17</c>.</summary>
public static class PartialDate
{
    private static readonly (string Form, string Words)[] Forms = [("yyyy", "yyyy"), ("yyyy-MM", "MMMM yyyy"), ("yyyy-MM-dd", "d MMMM yyyy")];

    public static bool IsDate(string text) => Forms.Any(each => Read(text, each.Form) is not null);

    /// <summary>In words; what is no date stands as it is.</summary>
    public static string Show(string text, Language language) =>
        Forms.Select(each => Read(text, each.Form)?.ToString(each.Words, language.Culture)).FirstOrDefault(words => words is not null) ?? text;

    /// <summary>False as long as both may be the same day.</summary>
    public static bool IsBefore(string one, string other)
    {
        var known = Math.Min(one.Length, other.Length);
        return string.CompareOrdinal(one[..known], other[..known]) < 0;
    }

    private static DateOnly? Read(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
