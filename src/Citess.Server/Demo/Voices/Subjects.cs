using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Translations;
using Citess.Server.Demo.Told;

namespace Citess.Server.Demo.Voices;

/// <summary>What the voices of the demo are about. Whatever they tell of having been done is made up, and is about the practice that is made up.</summary>
internal static class Subjects
{
    public static DemoPlace Rounds { get; } = new("sidibouzid", "practice/01JDEMPRCTSBZDA00000000004", MarketDayRounds.Content.Title);

    public static DemoPlace Desk { get; } = new("mahdia", "practice/01JDEMPRCTMAHDA00000000001", OneStopShop.Content.Title);

    public static DemoPlace Coopolis { get; } = new("barcelona", "practice/01JDEMPRCTBARCA00000000005", Told.Coopolis.Content.Title);

    /// <summary>Something that a pole said about a practice.</summary>
    public static DemoPlace Said(string pole, string kind, string id, DemoPlace practice) => new(pole, kind + "/" + id, practice.Practice);

    /// <summary>Fields of a practice in one more language, made from what they say in the demo.</summary>
    public static IEnumerable<TranslatedField> Fields(Practice practice, params (string Path, string Text)[] texts)
    {
        var fields = PracticeTexts.Of(practice).ToDictionary(field => field.Path, StringComparer.Ordinal);
        return texts.Select(each => new TranslatedField { Path = each.Path, OfHash = MultilingualText.Hash(fields[each.Path].Text.SourceText), Text = each.Text });
    }
}
