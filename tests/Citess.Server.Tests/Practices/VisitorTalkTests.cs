using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Practices;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Practices;

/// <summary>What visitors say to one another under a practice.</summary>
public sealed class VisitorTalkTests(House mahdia) : IClassFixture<House>
{
    private IVisitorReplies Replies => mahdia.Services.GetRequiredService<IVisitorReplies>();

    [Fact]
    public async Task What_answers_a_visitor_stands_under_the_words_that_the_talk_began_with_and_at_the_top_when_these_are_not_shown()
    {
        var key = await PracticeAsync();
        await SayAsync(key, 1, key.ToString(), "Nous aussi.");
        await SayAsync(key, 2, At(1), "Chez nous non.");
        await SayAsync(key, 3, At(2), "Et pourquoi ?");
        await SayAsync(key, 4, At(9), "Tout seul.");
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/" + key);
        Assert.Equal(["Nous aussi.", "Tout seul."], Words(".talk > li > div"));
        Assert.Equal(["Chez nous non.", "Et pourquoi ?"], Words(".talk .talk > li"));

        await DecideAsync(1, VisitorStanding.Declined);
        await visitor.OpenAsync("/fr/" + key);
        Assert.Equal(["Chez nous non.", "Tout seul."], Words(".talk > li > div"));
        Assert.Equal(["Et pourquoi ?"], Words(".talk .talk > li"));

        IEnumerable<string> Words(string where) => visitor.Page.QuerySelectorAll(where).Select(each => each.QuerySelectorAll("p[dir]")[0].TextContent);
    }

    [Fact]
    public async Task Words_that_answer_each_other_are_shown_once_each_and_who_decides_reads_whom_they_answer()
    {
        var key = await PracticeAsync();
        await SayAsync(key, 11, At(12), "Toi.");
        await SayAsync(key, 12, At(11), "Non, toi.");
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/fr/" + key);
        Assert.Equal(2, amira.Page.QuerySelectorAll(".talk > li").Length);
        await amira.OpenAsync("/fr/practices/visitors");
        Assert.Contains("En réponse à @a12@social.example", amira.Page.Body!.TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private async Task<RecordKey> PracticeAsync()
    {
        var key = RecordKey.New("practice", mahdia.Clock);
        var practice = new Practice { Title = MultilingualText.Of("fr", "Séchoir"), Line = MultilingualText.Of("fr", "Séchoir"), Sectors = ["a04"] };
        await mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>(key.ToString()).CreateAsync(practice, Audience.Public, "");
        return key;
    }

    private async Task SayAsync(RecordKey about, int number, string answers, string text)
    {
        var now = mahdia.Clock.GetUtcNow().AddSeconds(number);
        Assert.True(await Replies.KeepAsync(new()
        {
            Address = At(number),
            Actor = $"https://social.example/users/a{number}",
            Host = "social.example",
            Name = $"a{number}",
            About = about.ToString(),
            Answers = answers,
            Link = At(number),
            Text = text,
            Said = now,
            Received = now,
        }));
        await DecideAsync(number, VisitorStanding.Shown);
    }

    private async Task DecideAsync(int number, VisitorStanding standing)
    {
        var reply = (await Replies.FindAsync(At(number)))!;
        Assert.True(await Replies.DecideAsync(reply.Address, reply.Received, standing, "amira", mahdia.Clock.GetUtcNow()));
    }

    private static string At(int number) => $"https://social.example/notes/{number}";
}
