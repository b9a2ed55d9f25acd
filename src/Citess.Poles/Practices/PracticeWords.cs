using Citess.Poles.Components;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Practices;

/// <summary>Keys of the words for what is chosen and not written.</summary>
internal static class PracticeWords
{
    public static string StatusKey(PracticeStatus status) => "practices.status." + status.Word();

    /// <summary>All that a practice may be.</summary>
    public static IReadOnlyList<Choice> Statuses(Text words) => [.. Enum.GetValues<PracticeStatus>().Select(status => new Choice(status.Word(), words[StatusKey(status)]))];

    public static string LevelKey(PracticeLevel level) => "practices.level." + level.Word();

    public static string FundingKey(FundingSource source) => "practices.funding." + source.Word();
}
