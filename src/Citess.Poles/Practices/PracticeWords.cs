using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>Keys of the words for what is chosen and not written.</summary>
internal static class PracticeWords
{
    public static string StatusKey(PracticeStatus status) => "practices.status." + status.Word();

    public static string LevelKey(PracticeLevel level) => "practices.level." + level.Word();

    public static string FundingKey(FundingSource source) => "practices.funding." + source.Word();

    /// <summary>Names of concepts, as people read them.</summary>
    public static string Names(ConceptList list, IEnumerable<string> codes, string comma = ", ") => string.Join(comma, codes.Select(code => list.Find(code)?.Label ?? code));
}
