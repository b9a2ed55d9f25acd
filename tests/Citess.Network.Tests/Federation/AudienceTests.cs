using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Rules 3 and 8 between real poles: who sees a practice, who loses sight of it, and who confirms that it is gone.</summary>
[Collection(ThreePolesCollection.Name)]
public sealed class AudienceTests(ThreePoles poles)
{
    private RunningPole Mahdia => poles.Network.Mahdia;

    private RunningPole Barcelona => poles.Network.Barcelona;

    private RunningPole SidiBouzid => poles.Network.SidiBouzid;

    [Fact]
    public async Task Rule_3_a_practice_goes_from_a_list_to_the_network_to_another_list_and_is_taken_back()
    {
        var id = Samples.NewId();
        await Mahdia.ListAsync(id, Samples.Practice("Entre nous"), seen: null, Barcelona);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
        await NeverCameAsync(SidiBouzid, id);
        await NobodyIsNamedAsync(id);
        await HiddenAsync(Barcelona, $"/api/practices/{id}");
        await HiddenAsync(Mahdia, $"/api/practices/{id}");
        await HiddenAsync(Mahdia, $"/practice/{id}");
        await HiddenAsync(Barcelona, $"/fr/from/{Mahdia.Authority}/practice/{id}");

        Assert.Equal(2, await Mahdia.EditAsync(id, Samples.Practice("Pour le réseau"), seen: 1, Audience.Network));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2);
        await SidiBouzid.ShowsAsync(Mahdia, id, revision: 2);

        Assert.Equal(3, await Mahdia.ListAsync(id, Samples.Practice("Secret de Sidi Bouzid"), seen: 2, SidiBouzid));
        await SidiBouzid.ShowsAsync(Mahdia, id, revision: 3);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 3, isWithdrawn: true);
        Assert.Empty(await Barcelona.Database.QueryAsync<string>("SELECT body FROM document WHERE body LIKE '%Pour le réseau%' OR body LIKE '%Secret%'"));
        Assert.Empty(await Barcelona.Database.QueryAsync<string>("SELECT body FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%Secret%'"));
        Assert.Equal(["Remove"], await SentAsync(Barcelona, id, 3));

        Assert.Equal(4, await Mahdia.WithdrawAsync(id, seen: 3));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 4, isWithdrawn: true);
        await SidiBouzid.ShowsAsync(Mahdia, id, revision: 4, isWithdrawn: true);
        Assert.Equal(["Delete"], await SentAsync(Barcelona, id, 4));
    }

    [Fact]
    public async Task Rule_8_recall_is_confirmed_by_signed_receipts_and_shown_on_the_page()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("À reprendre"), Audience.Network);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
        await SidiBouzid.ShowsAsync(Mahdia, id, revision: 1);
        await SidiBouzid.Process.KillAsync();
        await Mahdia.WithdrawAsync(id, seen: 1);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2, isWithdrawn: true);

        using var amira = await Mahdia.Process.SignInAsync();
        await SaysAsync(amira, id, "ne plus l’avoir : 1 sur 2");
        await SidiBouzid.Process.StartAsync();
        await SaysAsync(amira, id, "ne plus l’avoir : 2 sur 2");
        Assert.Contains("hors de notre portée", amira.Text, StringComparison.Ordinal);

        var receipts = await Mahdia.Database.QueryAsync<string>(
            "SELECT recall_receipt.activity FROM recall_receipt JOIN ledger USING (number) WHERE about = @about", new { about = "practice/" + id });
        Assert.Equal(2, receipts.Count);
        foreach (var receipt in receipts.Select(receipt => JsonElement.Parse(receipt)))
        {
            var partner = receipt.GetProperty("actor").GetString()!.StartsWith(Barcelona.Origin, StringComparison.Ordinal) ? Barcelona : SidiBouzid;
            Proofs.Holds(receipt, await partner.ActorAsync());
            Assert.Equal("Accept", receipt.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task The_audience_is_chosen_and_changed_on_the_page_without_a_script()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Sur la page"), Audience.Own);
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync($"/fr/practice/{id}");
        Assert.Contains("Personne hors de notre pôle", amira.Text, StringComparison.Ordinal);

        await amira.SendAsync(("Share.Audience", "List"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains("au moins un pôle partenaire", amira.Text, StringComparison.Ordinal);

        await amira.OpenAsync($"/fr/practice/{id}");
        await amira.SendAsync(("Share.Audience", "List"), ("Share.Partners", Barcelona.Authority));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2);
        await SaysAsync(amira, id, "l’a depuis le");
        Assert.Contains("Partagé avec quelques pôles partenaires", amira.Text, StringComparison.Ordinal);
        await NeverCameAsync(SidiBouzid, id);

        await amira.OpenAsync($"/fr/practice/{id}?as=partner");
        Assert.Contains("Voici ce que voient les pôles partenaires", amira.Text, StringComparison.Ordinal);
        Assert.Contains("Sur la page", amira.Text, StringComparison.Ordinal);
        Assert.Null(amira.Page.QuerySelector("[name='Share.Audience']"));

        await amira.OpenAsync($"/fr/practice/{id}");
        await amira.SendAsync(("Share.Audience", "Own"));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 3, isWithdrawn: true);
        await SaysAsync(amira, id, "ne plus l’avoir : 1 sur 1");
    }

    [Fact]
    public async Task A_list_names_only_partner_poles()
    {
        foreach (var stranger in new[] { "mallory.example", "../x", "", Mahdia.Authority })
        {
            using var refused = await Mahdia.PutAsync(Samples.NewId(), Samples.Practice("Non"), Audience.Own, seen: null, [stranger]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var both = await Mahdia.PutAsync(Samples.NewId(), Samples.Practice("Non"), Audience.Public, seen: null, [Barcelona.Authority]);
        Assert.Equal(HttpStatusCode.BadRequest, both.StatusCode);
    }

    private static async Task SaysAsync(PageClient person, string id, string words) => await Eventually.TrueAsync(
        async () =>
        {
            await person.OpenAsync($"/fr/practice/{id}");
            return person.Text.Contains(words, StringComparison.Ordinal);
        },
        () => $"The page does not say '{words}':\n{person.Text}",
        TimeSpan.FromSeconds(60));

    /// <summary>What Mahdia sent that is about the practice and its revision.</summary>
    private async Task<IReadOnlyList<string>> SentAsync(RunningPole to, string id, int revision) =>
        await to.Database.QueryAsync<string>("SELECT verb FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%' || @id || '%' AND body LIKE '%\"revision\":' || @revision || ',%'", new { id, revision });

    private async Task NeverCameAsync(RunningPole pole, string id)
    {
        await PoleNetwork.ArrivedAsync(Mahdia, pole);
        Assert.Empty(await pole.Database.QueryAsync<long>("SELECT number FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%' || @id || '%'", new { id }));
    }

    /// <summary>Not one signed byte says who is on the list.</summary>
    private async Task NobodyIsNamedAsync(string id)
    {
        var letter = Assert.Single(await Barcelona.Database.QueryAsync<string>("SELECT body FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%' || @id || '%'", new { id }));
        Assert.DoesNotContain(Barcelona.Authority, letter, StringComparison.Ordinal);
        var to = JsonElement.Parse(letter).GetProperty("object").GetProperty("to")[0].GetString()!;
        Assert.True(to.StartsWith(Mahdia.Origin + "/audience/", StringComparison.Ordinal) && Ulid.TryParse(to[^26..], out _), to);
        using var asked = await Mahdia.GetAsync(to);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    private static async Task HiddenAsync(RunningPole pole, string path)
    {
        using var answer = await pole.GetAsync(pole.Origin + path, path.StartsWith("/fr", StringComparison.Ordinal) ? "text/html" : "application/activity+json");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
