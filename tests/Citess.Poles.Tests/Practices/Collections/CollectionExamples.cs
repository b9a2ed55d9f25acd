using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;

namespace Citess.Poles.Tests.Practices.Collections;

/// <summary>What Mahdia gathers for whoever opens a press: its own and what Barcelona does.</summary>
internal static class CollectionExamples
{
    public const string Key = "collection/01JDA5R1V7Q0W3M9K2X4T6B8CN";

    private static readonly Prose s_prose = new();

    public static CollectedPractice Own { get; } = new()
    {
        Practice = new() { Key = PracticeExamples.Key },
        Name = MultilingualText.Of("fr", "Un pressoir partagé", ("ar", "معصرة مشتركة")),
        Reason = MultilingualText.Of("ar", "أوّل معصرة."),
    };

    public static CollectedPractice Theirs { get; } = new()
    {
        Practice = ContributionExamples.Of(Barcelona.Pole, "practice/01JDA5R1V7Q0W3M9K2X4T6B8CB"),
        Name = MultilingualText.Of("ca", "Un celler [obert] & compartit"),
    };

    public static PracticeCollection Presses { get; } = new()
    {
        Title = MultilingualText.Of("fr", "Pour ouvrir un pressoir", ("ar", "لفتح معصرة")),
        Purpose = MultilingualText.Of("fr", "Pour qui commence : < 5 personnes.", ("ar", "لمن يبدأ.")),
        Practices = [Theirs, Own],
    };

    public static CollectionKind Kind(Pole pole) => new(pole, s_prose);

    /// <summary>One of many that Barcelona has.</summary>
    public static CollectedPractice Numbered(int number, MultilingualText name, MultilingualText reason) => new()
    {
        Practice = ContributionExamples.Of(Barcelona.Pole, RecordKey.Derived("practice", $"{number}").ToString()),
        Name = name,
        Reason = reason,
    };
}
