using System.Globalization;
using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Matching;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Components;
using Citess.Poles.Tests.Matching;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Fitting;

/// <summary>Whatever lifts a match is said in a sentence with what it rests on.</summary>
public sealed class FittingWordsTests
{
    [Theory]
    [MemberData(nameof(Spoken.Languages), MemberType = typeof(Spoken))]
    public async Task Each_part_of_a_score_is_a_sentence_with_its_evidence(string language)
    {
        await using var rendering = new Rendering(language);
        var match = MatchingExamples.Meet(offer: MatchingExamples.Offer with { Languages = ["ar", "fr"] });
        Assert.Contains(Reason.Languages, match.Terms.Select(term => term.Reason));
        foreach (var term in match.Terms.Where(term => term.Reason != Reason.Concepts))
        {
            var (bare, said) = (await SayAsync(rendering, language, match with { Terms = [] }), await SayAsync(rendering, language, match with { Terms = [term] }));
            var sentence = Assert.Single(said.Except(bare));
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_it_was_changed_which_hours_and_which_languages_are_named()
    {
        await using var rendering = new Rendering("en");
        var said = await SayAsync(rendering, "en", MatchingExamples.Meet(offer: MatchingExamples.Offer with { Languages = ["ar", "fr"] }));
        Assert.Contains("The offer was last changed or renewed on 19 November 2026.", said);
        Assert.Contains("Working hours in common: 7 of 8, going by where the two are (Mahdia · Barcelona).", said);
        Assert.Contains("More than one language in common, which makes it easier: Arabic · French.", said);
        Assert.DoesNotContain(said, sentence => sentence.StartsWith("Language in common", StringComparison.Ordinal));
        Assert.Contains("Language in common: French.", await SayAsync(rendering, "en", MatchingExamples.Meet(offer: MatchingExamples.Offer with { Languages = ["fr"] })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("JP-13")]
    public async Task Hours_are_not_claimed_of_a_pole_whose_place_is_not_known_here(string territory)
    {
        await using var rendering = new Rendering("en");
        var said = await SayAsync(rendering, "en", MatchingExamples.Meet(barcelona: MatchingExamples.Barcelona with { Territory = territory, Longitude = 0 }));
        Assert.DoesNotContain(said, sentence => sentence.StartsWith("Working hours", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<string>> SayAsync(Rendering rendering, string language, Match match)
    {
        CultureInfo.CurrentUICulture = Languages.Find(language)!.Culture;
        return new FittingWords(rendering.Texts, new Addresses(), Mahdia.Pole, _ => Task.FromResult<CatalogueEntry?>(null)).OfAsync(new(match));
    }

    private sealed class Addresses : IPoleNames
    {
        public Task<Shown> OfAsync(string authority) => Task.FromResult(new Shown(authority.Length == 0 ? "Mahdia" : authority, "en", IsSource: true, IsOutdated: false, Making.Human));
    }
}
