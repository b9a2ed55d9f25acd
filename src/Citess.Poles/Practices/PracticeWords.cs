using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices;

/// <summary>Keys of the words for what is chosen and not written.</summary>
internal static class PracticeWords
{
    public static string StatusKey(PracticeStatus status) => "practices.status." + status.Word();

    public static string LevelKey(PracticeLevel level) => "practices.level." + level.Word();

    public static string FundingKey(FundingSource source) => "practices.funding." + source.Word();
}
