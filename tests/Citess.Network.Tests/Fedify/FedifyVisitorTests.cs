using System.Net;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Practices.Talk;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>A person on a real server of another kind answers a public practice of Mahdia, and Amira decides.</summary>
public sealed class FedifyVisitorTests(FedifyPair pair) : IClassFixture<FedifyPair>
{
    private RunningPole Mahdia => pair.Mahdia;

    private FedifyPeer Fedify => pair.Fedify;

    [Fact]
    public async Task A_reply_waits_is_let_through_waits_again_when_it_changes_and_goes_when_its_author_deletes_it()
    {
        var (practice, id) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(practice, Samples.Practice("Atelier de réparation"));
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync("/fr/practices/visitors");
        Assert.Contains("Rien n’attend", amira.Text, StringComparison.Ordinal);

        // Waits, told to who decides and shown to nobody.
        await SayAsync("Reply", practice, id, "<p>Nous l’avons <b>fait</b>.</p><p>Et l’hiver ?</p>");
        await HoldsAsync((0, "Nous l’avons fait.\nEt l’hiver ?", "fr"));
        Assert.DoesNotContain("Nous l’avons", await PageAsync(practice), StringComparison.Ordinal);
        foreach (var page in new[] { "/fr/today", "/fr/practices", $"/fr/practice/{practice}", $"/fr/practice/{practice}/talk" })
        {
            await amira.OpenAsync(page);
            Assert.True(amira.Text.Contains("1 réponse de visiteur attend", StringComparison.Ordinal), page);
            Assert.False(amira.Text.Contains("Nous l’avons", StringComparison.Ordinal), page);
        }

        // Let through: for all, said to be from outside, with the way to the original.
        var before = await ToldAsync();
        await DecideAsync(amira, "shown");
        await HoldsAsync((1, "Nous l’avons fait.\nEt l’hiver ?", "fr"));
        var shown = await PageAsync(practice);
        Assert.All(["Nous l’avons fait.", "Hors du réseau", $"@montserrat@{Fedify.Authority}", $"{Fedify.Origin}/@montserrat/{id}"], words => Assert.Contains(words, WebUtility.HtmlDecode(shown), StringComparison.Ordinal));

        // And told to nobody.
        Assert.Equal(before, await ToldAsync());

        // Other words wait again; whoever has the old ones before them lets nothing through.
        await amira.OpenAsync("/fr/practices/visitors");
        var old = Choices(amira).Single(choice => choice.StartsWith("declined|", StringComparison.Ordinal)).Replace("declined|", "shown|", StringComparison.Ordinal);
        await SayAsync("UpdateReply", practice, id, "<p>Autre chose.</p>");
        await HoldsAsync((0, "Autre chose.", "fr"));
        Assert.DoesNotContain("Autre chose", await PageAsync(practice), StringComparison.Ordinal);
        await amira.SendAsync(("Decision", old));
        Assert.Equal(HttpStatusCode.Conflict, amira.Status);
        await HoldsAsync((0, "Autre chose.", "fr"));
        await DecideAsync(amira, "shown");
        Assert.Contains("Autre chose.", await PageAsync(practice), StringComparison.Ordinal);

        // Its author takes it back.
        var delete = await Fedify.SayAsync(new { verb = "Delete", to = pair.Pole, about = $"{Fedify.Origin}/notes/{id}" });
        Assert.True(delete.Error is null, delete.Error);
        await HoldsAsync();
        Assert.DoesNotContain("Autre chose", await PageAsync(practice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declined_does_not_wait_again_and_can_be_let_through_after_all()
    {
        var (practice, note, id) = (Samples.NewId(), Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(practice, Samples.Practice("Four solaire"));
        await Mahdia.NoteAsync(note, new Note { About = new() { Key = "practice/" + practice }, AboutRevision = 1, AboutName = MultilingualText.Of("fr", "Four solaire"), Text = MultilingualText.Of("fr", "Qui l’a essayé ?"), IsQuestion = true });
        using var amira = await Mahdia.Process.SignInAsync();
        await SayAsync("Reply", "note/" + note, id, "<p>Achetez mes pilules.</p>");
        await HoldsAsync((0, "Achetez mes pilules.", "fr"));
        await DecideAsync(amira, "declined");
        await HoldsAsync((2, "Achetez mes pilules.", "fr"));
        await SayAsync("Reply", "note/" + note, id, "<p>Achetez encore.</p>");
        await pair.QuietAsync();
        await HoldsAsync((2, "Achetez mes pilules.", "fr"));

        await DecideAsync(amira, "shown");
        await HoldsAsync((1, "Achetez mes pilules.", "fr"));
        Assert.Contains("Achetez mes pilules.", await PageAsync(practice), StringComparison.Ordinal);
        var gone = await Fedify.SayAsync(new { verb = "Delete", to = pair.Pole, about = $"{Fedify.Origin}/notes/{id}" });
        Assert.True(gone.Error is null, gone.Error);
        await HoldsAsync();
    }

    [Fact]
    public async Task What_answers_a_visitor_waits_as_well_and_stands_under_what_it_answers()
    {
        var (practice, first, second) = (Samples.NewId(), Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(practice, Samples.Practice("Séchoir"));
        using var amira = await Mahdia.Process.SignInAsync();
        await SayAsync("Reply", practice, first, "<p>Nous aussi.</p>");
        await HoldsAsync((0, "Nous aussi.", "fr"));
        await DecideAsync(amira, "shown");
        await SayAsync("Reply", $"{Fedify.Origin}/notes/{first}", second, "<p>Chez nous non.</p>");
        await HoldsAsync((1, "Nous aussi.", "fr"), (0, "Chez nous non.", "fr"));
        Assert.DoesNotContain("Chez nous non", await PageAsync(practice), StringComparison.Ordinal);

        await DecideAsync(amira, "shown");
        await amira.OpenAsync($"/fr/practice/{practice}");
        Assert.Equal(["Chez nous non."], amira.Page.QuerySelectorAll(".talk .talk > li").Select(each => each.QuerySelectorAll("p[dir]")[0].TextContent));
        foreach (var id in new[] { first, second })
        {
            var gone = await Fedify.SayAsync(new { verb = "Delete", to = pair.Pole, about = $"{Fedify.Origin}/notes/{id}" });
            Assert.True(gone.Error is null, gone.Error);
        }

        await HoldsAsync();
    }

    [Fact]
    public async Task What_was_said_to_followers_or_about_what_is_not_public_is_not_kept()
    {
        var (open, hidden) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(open, Samples.Practice("Pour tous"));
        await Mahdia.CreateAsync(hidden, Samples.Practice("Pour le réseau"), Audience.Network);
        foreach (var note in new[]
        {
            new { id = Samples.NewId(), replyTo = Mahdia.Address(open), content = "<p>Entre nous.</p>", isPublic = false },
            new { id = Samples.NewId(), replyTo = Mahdia.Address(hidden), content = "<p>Je sais.</p>", isPublic = true },
        })
        {
            var said = await Fedify.SayAsync(new { verb = "Reply", to = pair.Pole, note });
            Assert.Equal([202], said.Posts.Select(post => post.Status!.Value));
            Assert.Equal("not a partner pole of ours", await pair.NoteAsync(said.Id));
        }

        Assert.DoesNotContain(await Mahdia.Database.QueryAsync<string>("SELECT text FROM visitor_reply"), text => text is "Entre nous." or "Je sais.");
    }

    private async Task SayAsync(string verb, string answers, string id, string content)
    {
        var replyTo = answers.StartsWith("http", StringComparison.Ordinal) ? answers : answers.Contains('/', StringComparison.Ordinal) ? $"{Mahdia.Origin}/{answers}" : Mahdia.Address(answers);
        var said = await Fedify.SayAsync(new { verb, to = pair.Pole, note = new { id, replyTo, content, language = "fr" } });
        Assert.True(said.Error is null, said.Error);
        Assert.Equal([202], said.Posts.Select(post => post.Status!.Value));
    }

    /// <summary>What the table has is this and no more.</summary>
    private Task HoldsAsync(params (long Standing, string Text, string Language)[] replies) => Eventually.TrueAsync(
        async () => (await Mahdia.Database.QueryAsync<(long, string, string)>("SELECT standing, text, language FROM visitor_reply")).SequenceEqual(replies),
        () => $"The replies are not {string.Join(", ", replies)}.\n{string.Join('\n', Mahdia.Process.Output)}",
        TimeSpan.FromSeconds(30));

    private static async Task DecideAsync(PageClient person, string standing)
    {
        await person.OpenAsync("/fr/practices/visitors");
        await person.SendAsync(("Decision", Choices(person).First(choice => choice.StartsWith(standing + "|", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.OK, person.Status);
    }

    private static IEnumerable<string> Choices(PageClient person) => person.Page.QuerySelectorAll("button[name=Decision]").Select(button => button.GetAttribute("value")!);

    /// <summary>The practice as anybody reads it.</summary>
    private async Task<string> PageAsync(string practice)
    {
        using var page = await Mahdia.GetAsync($"{Mahdia.Origin}/fr/practice/{practice}", "text/html");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    /// <summary>All by which anything is told to others.</summary>
    private async Task<string> ToldAsync()
    {
        var tables = await pair.QuietAsync();
        return string.Join('\n', new[] { "ledger", "document", "catalogue", "outbox", "courier" }.Select(table => tables[table]));
    }
}
