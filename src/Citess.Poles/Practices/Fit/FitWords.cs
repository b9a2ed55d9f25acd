using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Practices.Fit;

/// <summary>How the fit of a practice is said.</summary>
public static class FitWords
{
    /// <summary>Key of the words for a presence.</summary>
    public static string Words(this Presence presence) => "fit.presence." + presence.ToString().ToLowerInvariant();

    /// <summary>One line on what does not work without: how much of it is in place, and how much is not.</summary>
    public static string Summary(IEnumerable<PracticeCondition> conditions, FitProfile here, Text words)
    {
        var required = conditions.Where(condition => condition.IsRequired).Select(condition => here.Of(condition.Determinant).Presence).ToList();
        var there = required.Count(presence => presence == Presence.InPlace);
        return required.Count == 0 ? words["fit.sum.free"]
            : there == required.Count ? words["fit.sum.all"]
            : string.Join(words["fit.sum.join"],
            [
                words["fit.sum.inplace", there, required.Count],
                .. new[] { Presence.Partly, Presence.Missing, Presence.Unknown }
                    .Select(presence => (Presence: presence, Count: required.Count(each => each == presence)))
                    .Where(each => each.Count > 0)
                    .Select(each => words["fit.sum." + each.Presence.ToString().ToLowerInvariant(), each.Count]),
            ]) + words["fit.sum.stop"];
    }
}
