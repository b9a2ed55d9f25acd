using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Overview;
using Citess.Poles.Practices.Translations;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Practices;

/// <summary>What a coordinator is told of the network.</summary>
public sealed class OverviewsTests(House mahdia) : IClassFixture<House>
{
    private readonly Voices voices = new(mahdia);

    [Fact]
    public async Task Of_a_practice_it_counts_the_poles_that_try_it_not_what_they_wrote()
    {
        var practice = await voices.PracticeAsync(Voices.Barcelona);
        await voices.AdoptionAsync(Voices.SidiBouzid, practice, AdoptionStage.Running);
        await voices.AdoptionAsync(Voices.SidiBouzid, practice, AdoptionStage.Stopped);
        await voices.AdoptionAsync("", practice, AdoptionStage.Intended);
        var reach = (await OfAsync()).Practices.Single(each => each.Entry.Reference == practice.Reference);

        Assert.Equal((2, 1), (reach.Adoptions, reach.Stopped));
    }

    [Fact]
    public async Task A_question_stands_still_until_whose_the_practice_is_answers_it_however_deep_or_puts_it_aside()
    {
        var practice = await voices.PracticeAsync(Voices.Barcelona);
        var (open, answered, aside) = (await voices.QuestionAsync("", practice), await voices.QuestionAsync("", practice), await voices.QuestionAsync("", practice));
        await voices.AnswerAsync(Voices.SidiBouzid, open);
        await voices.DecisionAsync(Voices.SidiBouzid, open, DecisionVerdict.Declined);
        await voices.AnswerAsync(Voices.Barcelona, await voices.AnswerAsync(Voices.SidiBouzid, answered));
        await voices.DecisionAsync(Voices.Barcelona, aside, DecisionVerdict.Declined);

        Assert.Equal([open.Reference], await StallsAsync(Stall.Question, practice.Reference, TimeSpan.FromDays(15)));
    }

    [Fact]
    public async Task A_translation_stands_still_until_whose_the_practice_is_decides()
    {
        var practice = await voices.PracticeAsync(Voices.Barcelona);
        var (open, decided) = (await voices.TranslationAsync("", practice), await voices.TranslationAsync("", practice));
        await voices.DecisionAsync("", open, DecisionVerdict.Accepted);
        await voices.DecisionAsync(Voices.Barcelona, decided, DecisionVerdict.Accepted);

        Assert.Equal([open.Reference], await StallsAsync(Stall.Translation, practice.Reference, TimeSpan.FromDays(31)));
    }

    [Fact]
    public async Task One_title_with_a_sign_that_XML_does_not_know_does_not_end_the_feed()
    {
        await voices.PutAsync(Voices.Barcelona, PracticeKind.Kind, entry => entry with { Audience = Audience.Public, Name = MultilingualText.Of("fr", "Four\u0001 so\u0000laire\ufffe 🌞") });
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/practices/news.atom");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        using var reader = XmlReader.Create(new StringReader(visitor.Html));

        Assert.Contains(SyndicationFeed.Load(reader).Items, item => item.Title.Text.EndsWith("Four solaire 🌞", StringComparison.Ordinal));
    }

    private Task<NetworkOverview> OfAsync() => mahdia.Services.GetRequiredService<Overviews>().OfAsync(Voices.Amira);

    private async Task<IEnumerable<string>> StallsAsync(Stall why, string about, TimeSpan later)
    {
        mahdia.Clock.Ahead += later;
        return (await OfAsync()).Stalls.Where(stall => stall.Why == why && stall.Entry.About == about).Select(stall => stall.Entry.Reference);
    }
}
