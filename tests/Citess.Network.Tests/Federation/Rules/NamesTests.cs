using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.Rules;

/// <summary>Rule 10: people stand in the table of accounts, and by a pseudonymous id elsewhere.</summary>
public sealed class NamesTests
{
    /// <summary>In whatever stands of these people, and in nothing else.</summary>
    private const string Mark = "zzname";

    /// <summary>Where names may stand, and where a pole's own people can erase them.</summary>
    private static readonly string[] Erasable = ["account", "invitation", "api_client"];

    [Fact]
    public async Task Rule_10_the_names_of_people_stand_in_no_record_no_log_and_no_file_of_any_pole()
    {
        Assert.SkipUnless(TestPole.Silos == 1, "Every column of the file is looked through, as SQLite lists them.");
        await using var mahdia = await (await TestPole.StartAsync("Mahdia")).SetUpAsync(userName: "amira-" + Mark, displayName: "Amira " + Mark);
        await using var barcelona = await (await TestPole.StartAsync("Barcelona")).SetUpAsync();
        await PoleNetwork.ConnectAsync(barcelona, mahdia);

        using var amira = await mahdia.Process.SignInAsync("amira-" + Mark);
        await amira.OpenAsync("/fr/people");
        await amira.SendAsync(("Invite.Note", "Pour Youssef " + Mark), ("Invite.Role", "facilitator"));
        using var youssef = await JoinAsync(mahdia, amira.Page.QuerySelector("[name='Once.0']")!.GetAttribute("value")!);
        var ids = await mahdia.Database.QueryAsync<string>("SELECT id FROM account ORDER BY created");
        Assert.Equal(2, ids.Count);

        var id = await WriteAsync(youssef, mahdia);
        await barcelona.ShowsAsync(mahdia, id, revision: 2);
        await amira.OpenAsync("/fr/practice/" + id);
        await amira.SendAsync(("Share.Audience", "List"), ("Share.Partners", barcelona.Authority));
        await barcelona.ShowsAsync(mahdia, id, revision: 3);
        await mahdia.WithdrawAsync(id, seen: 3);
        await mahdia.RestoreAsync(id, seen: 4);
        await barcelona.ShowsAsync(mahdia, id, revision: 5);
        await PoleNetwork.ArrivedAsync(mahdia, barcelona);
        await PoleNetwork.ArrivedAsync(barcelona, mahdia);

        // The pseudonymous id is with the record at home, so that its origin can say who; it went nowhere but as whoever edited.
        Assert.Contains("OrleansStorage", await mahdia.Database.TablesWithAsync(ids[1]));
        foreach (var pole in new[] { mahdia, barcelona })
        {
            Assert.Empty((await pole.Database.TablesWithAsync(Mark)).Except(pole == mahdia ? Erasable : [], StringComparer.Ordinal));
            Assert.DoesNotContain(pole.Process.Output, line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(await pole.ExportAsync(), line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
            foreach (var account in ids)
            {
                Assert.Empty((await pole.Database.TablesWithAsync(account, except: $"\"editor\":\"{account}\"")).Intersect(pole == mahdia ? ["ledger", "document", "inbox", "inbox_body", "outbox"] : await pole.Database.TablesAsync(), StringComparer.Ordinal));
            }
        }

        // This comparison does see a name, and an id, where one is.
        Assert.Contains("ledger", await mahdia.Database.TablesWithAsync(ids[1]));
        Assert.Equal(["account", "invitation"], (await mahdia.Database.TablesWithAsync(Mark)).Order(StringComparer.Ordinal));
    }

    private static async Task<PageClient> JoinAsync(RunningPole pole, string link)
    {
        var person = new PageClient(pole.Origin);
        await person.OpenAsync("/fr" + new Uri(link).AbsolutePath);
        await person.SendAsync(("Form.DisplayName", "Youssef " + Mark), ("Form.UserName", "youssef-" + Mark), ("Form.Password", TestPole.Password));
        Assert.True(person.Address.AbsolutePath == "/fr/today", $"Joining led to {person.Address}:\n{person.Text}");
        return person;
    }

    /// <summary>Written, shared and corrected by Youssef in the pages.</summary>
    private static async Task<string> WriteAsync(PageClient youssef, RunningPole pole)
    {
        await youssef.OpenAsync("/fr/practice/new");
        await youssef.SendAsync(("Form.Title.Texts[fr]", "Four solaire"), ("Form.Line.Texts[fr]", "Cuire sans bois."), ("Form.Audience", "Network"));
        Assert.True(youssef.Address.Query.StartsWith("?saved=", StringComparison.Ordinal), $"{youssef.Address}\n{youssef.Text}");
        var id = youssef.Address.AbsolutePath.Split('/')[^1];
        await youssef.OpenAsync($"/fr/practice/{id}/edit");
        await youssef.SendAsync(("Form.Title.Texts[fr]", "Four solaire partagé"));
        Assert.Equal("Four solaire partagé", (await pole.LibraryAsync(Poles.Kernel.Catalogue.Provenance.Ours)).Single(entry => entry.Id == id).Name.SourceText);
        return id;
    }
}
