using System.Globalization;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Tests.Components;
using Xunit;
using static Citess.Poles.Tests.Practices.Fit.FitExamples;

namespace Citess.Poles.Tests.Practices.Fit;

public sealed class FitWordsTests
{
    private static readonly FitProfile Here = Says(Trust, Money, Roads);

    [Fact]
    public async Task A_summary_counts_what_does_not_work_without()
    {
        Assert.Equal("1 of 4 required conditions is in place; 1 is partly in place; 1 is missing; 1 is not known yet.", await SayAsync("en", "C1.1", "C2.1", "C2.4", "C4.1"));
        Assert.Equal("0 of 2 required conditions are in place; 2 are missing.", await SayAsync("en", "C2.1", "C2.1"));
        Assert.Equal("All required conditions are in place.", await SayAsync("en", "C1.1"));
        Assert.Equal("1 condition indispensable sur 2 est en place\u00a0; 1 est absente.", await SayAsync("fr", "C1.1", "C2.1"));
        Assert.Equal("شرط واحد متوفّر من الشروط الضرورية وعددها 2؛ شرط واحد غير متوفّر.", await SayAsync("ar", "C1.1", "C2.1"));
    }

    [Fact]
    public async Task What_only_helps_is_not_counted()
    {
        await using var rendering = new Rendering("en");
        CultureInfo.CurrentUICulture = Languages.Find("en")!.Culture;

        Assert.Equal("Nothing is required here: the conditions only help.", FitWords.Summary([Needs("C2.1", isRequired: false)], Here, rendering.Texts));
        Assert.Equal("All required conditions are in place.", FitWords.Summary([Needs("C2.1", isRequired: false), Needs("C1.1")], Here, rendering.Texts));
    }

    [Fact]
    public async Task A_presence_is_said_by_a_word_beside_its_sign()
    {
        Assert.Matches("<span aria-hidden=\"true\">[^<]+</span> +Absent</span>", await Rendering.Html<PresenceBadge>("fr", ("Value", Presence.Missing)));
        Assert.Contains("Pas encore connu", await Rendering.Html<PresenceBadge>("fr", ("Value", Presence.Unknown)), StringComparison.Ordinal);
    }

    private static async Task<string> SayAsync(string language, params string[] required)
    {
        await using var rendering = new Rendering(language);
        CultureInfo.CurrentUICulture = Languages.Find(language)!.Culture;
        return FitWords.Summary(required.Select(determinant => Needs(determinant)), Here, rendering.Texts);
    }
}
