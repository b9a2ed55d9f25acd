using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Practices;

/// <summary>Words of several poles about a practice, as its page has them.</summary>
public sealed class ConversationsTests(House mahdia) : IClassFixture<House>
{
    private readonly Voices voices = new(mahdia);

    [Fact]
    public async Task Answers_stay_when_the_question_is_taken_back()
    {
        var practice = await voices.PracticeAsync("");
        var question = await voices.QuestionAsync(Voices.Barcelona, practice);
        var answer = await voices.AnswerAsync(Voices.SidiBouzid, question);
        Assert.Equal(answer.Reference, Assert.Single(Assert.Single(await OfAsync(practice)).Answers).Entry.Reference);

        await voices.WithdrawAsync(question);
        Assert.Equal(answer.Reference, Assert.Single(await OfAsync(practice)).Entry.Reference);
    }

    [Fact]
    public async Task What_the_pole_of_the_practice_puts_aside_goes_with_its_answers_and_nobody_else_can_put_it_aside()
    {
        var practice = await voices.PracticeAsync("");
        var rude = await voices.QuestionAsync(Voices.Barcelona, practice);
        await voices.AnswerAsync(Voices.SidiBouzid, rude);
        await voices.DecisionAsync(Voices.SidiBouzid, rude, DecisionVerdict.Declined);
        Assert.Equal([rude.Reference], (await OfAsync(practice)).Select(said => said.Entry.Reference));

        await voices.DecisionAsync("", rude, DecisionVerdict.Declined);
        Assert.Empty(await OfAsync(practice));
    }

    [Fact]
    public async Task Whose_the_practice_is_cannot_be_put_aside_and_ours_is_by_theirs()
    {
        var practice = await voices.PracticeAsync(Voices.Barcelona);
        var theirs = await voices.QuestionAsync(Voices.Barcelona, practice);
        var ours = await voices.QuestionAsync("", practice);
        await voices.DecisionAsync("", theirs, DecisionVerdict.Declined);
        await voices.DecisionAsync(Voices.Barcelona, ours, DecisionVerdict.Declined);

        Assert.Equal([theirs.Reference], (await OfAsync(practice)).Select(said => said.Entry.Reference));
    }

    private Task<IReadOnlyList<Said>> OfAsync(CatalogueEntry practice) => mahdia.Services.GetRequiredService<Conversations>().OfAsync(
        Voices.Amira, new RecordReference { Origin = practice.IsOurs ? "" : "https://" + practice.Origin, Key = practice.Key });
}
