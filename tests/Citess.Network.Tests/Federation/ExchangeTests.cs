using System.Net;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;
using Xunit;
using Means = Citess.Poles.Matching.Means;
using Urgency = Citess.Poles.Matching.Urgency;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona offers twenty hours of advice; Mahdia asks for some of them.</summary>
public sealed class ExchangeTests : IAsyncLifetime
{
    private readonly string offering = Samples.NewId();
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync()
    {
        network = await PoleNetwork.StartAsync("Mahdia", "Barcelona");
        await Barcelona.GiveAsync(offering, new()
        {
            Title = MultilingualText.Of("ca", "Assessorament per crear una cooperativa", ("fr", "Conseil pour créer une coopérative")),
            Text = MultilingualText.Of("ca", "Per videotrucada."),
            Means = Means.Expertise,
            Concepts = ["cooperative-creation"],
            Territory = "ES-B",
            Languages = ["ca", "fr"],
            Until = Proposal.LastDay(TimeProvider.System.GetUtcNow()),
            Quantity = 20,
            Unit = Unit.Hour,
        });
        await LeftAsync(20);
    }

    public async ValueTask DisposeAsync() => await (network?.DisposeAsync() ?? default);

    [Fact]
    public async Task What_is_asked_is_accepted_and_done_and_both_sides_see_the_same_though_one_was_away()
    {
        var id = await AskAsync(quantity: 6, "Sis hores per videotrucada");

        // Barcelona sees who asks for what, and nothing is counted before somebody says yes.
        var asked = await WaitsAsync();
        var theirs = await Barcelona.RequestAsync(HttpMethod.Get, "/" + asked);
        Assert.Equal((Mahdia.Authority, 6, "hour", "proposed", false), (theirs.GetProperty("with").GetString(), theirs.GetProperty("quantity").GetInt32(), theirs.GetProperty("unit").GetString(), theirs.GetProperty("status").GetString(), theirs.GetProperty("isOurs").GetBoolean()));
        Assert.Contains("Sis hores", theirs.GetProperty("note").GetRawText(), StringComparison.Ordinal);
        Assert.Equal((await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetProperty("expires").GetString(), theirs.GetProperty("expires").GetString());

        // Mahdia is away when the yes is said.
        await Mahdia.Process.KillAsync();
        var agreed = await Barcelona.RequestAsync(HttpMethod.Post, $"/{asked}/accept");
        Assert.Equal($"{Barcelona.Origin}/agreement/{asked}", agreed.GetProperty("agreement").GetString());
        await Mahdia.Process.StartAsync();
        await StandsAsync(id, "accepted");
        Assert.Equal(agreed.GetProperty("agreement").GetString(), (await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetProperty("agreement").GetString());
        await LeftAsync(14);

        // Said once more it counts once.
        await Barcelona.RequestAsync(HttpMethod.Post, $"/{asked}/accept");
        await LeftAsync(14);

        await Barcelona.RequestAsync(HttpMethod.Post, $"/{asked}/complete");
        await StandsAsync(id, "completed");

        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/fr/agreement/" + id);
        Assert.Contains("Réalisé", youssef.Text, StringComparison.Ordinal);
        using var montserrat = await Barcelona.Process.SignInAsync();
        await montserrat.OpenAsync("/fr/requests");
        Assert.Contains("Réalisé", montserrat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_declined_says_why_and_what_is_taken_back_is_not_accepted_any_more()
    {
        var declined = await AskAsync(quantity: 2, "Dues hores");
        await Barcelona.RequestAsync(HttpMethod.Post, $"/{await WaitsAsync()}/decline", new { reason = "Tanquem al maig.", language = "ca" });
        await StandsAsync(declined, "declined");
        Assert.Contains("Tanquem al maig.", (await Mahdia.RequestAsync(HttpMethod.Get, "/" + declined)).GetProperty("reason").GetRawText(), StringComparison.Ordinal);

        var taken = await AskAsync(quantity: 3, "Tres hores");
        var asked = await WaitsAsync();
        await Mahdia.RequestAsync(HttpMethod.Post, $"/{taken}/withdraw");
        await Eventually.TrueAsync(async () => await StatusAsync(Barcelona, asked) == "withdrawn", () => "Barcelona does not hear of it." + Outputs());
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<HttpRequestException>(() => Barcelona.RequestAsync(HttpMethod.Post, $"/{asked}/accept"))).StatusCode);
        Assert.Equal("withdrawn", await StatusAsync(Mahdia, taken));
        await LeftAsync(20);
    }

    [Fact]
    public async Task What_is_not_left_is_not_asked_for_and_what_is_full_is_shown_as_taken()
    {
        var held = JsonElement.Parse(await Barcelona.Api.GetStringAsync("/api/offers/" + offering)).GetProperty("content").GetRawText();
        await Barcelona.GiveAsync(offering, StateJson.Read<Offering>(held) with { Taken = 18 }, seen: 1);
        await LeftAsync(2);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(quantity: 3, "Tres"))).StatusCode);
        var id = await AskAsync(quantity: 2, "Dues");
        await Barcelona.RequestAsync(HttpMethod.Post, $"/{await WaitsAsync()}/accept");
        await StandsAsync(id, "accepted");
        await LeftAsync(0);
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync($"/fr/from/{Barcelona.Authority}/offering/{offering}");
        Assert.Contains("Complète", youssef.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Envoyer la proposition", youssef.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Arabic_want_meets_a_Catalan_offer_and_both_sides_read_why_in_their_language()
    {
        var want = Samples.NewId();
        await Mahdia.LookForAsync(want, new()
        {
            Title = MultilingualText.Of("ar", "من يعيننا على تأسيس تعاونية"),
            Means = Means.Expertise,
            Concepts = ["cooperative-creation"],
            Territory = "TN-53",
            Languages = ["ar", "fr"],
            Until = Proposal.LastDay(TimeProvider.System.GetUtcNow()),
            Urgency = Urgency.Urgent,
        });
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/fr/want/" + want);
        var label = Thesaurus.Built.Find("cooperative-creation")!.Labels;
        foreach (var said in new[] { "Conseil pour créer une coopérative", $"Les deux portent sur «\u00a0{label["fr"]}\u00a0».", "Langue commune", "De deux pays\u00a0: Tunisie · Espagne." })
        {
            Assert.Contains(said, youssef.Text, StringComparison.Ordinal);
        }

        using var montserrat = await Barcelona.Process.SignInAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await montserrat.OpenAsync("/ca/offering/" + offering);
                return montserrat.Text.Contains("من يعيننا على تأسيس تعاونية", StringComparison.Ordinal);
            },
            () => "Barcelona does not see who looks for its offer." + Outputs(),
            TimeSpan.FromSeconds(60));
        Assert.Contains($"Tots dos són sobre «{label["ca"]}».", montserrat.Text, StringComparison.Ordinal);

        // What does not fit is put aside with a reason, by a plain form; it teaches Mahdia's lists alone, and can be taken back.
        await youssef.OpenAsync("/fr/want/" + want);
        await youssef.SendAsync(("Aside.Put", $"noCapacity|want/{want}|{Barcelona.Authority}/offering/{offering}"));
        Assert.Equal($"/fr/want/{want}", youssef.Address.AbsolutePath);
        Assert.Empty(youssef.Page.QuerySelectorAll("section[aria-labelledby=fits] .card"));
        Assert.Contains("Ils n’ont pas le temps", youssef.Page.QuerySelector("section[aria-labelledby=fits]")!.TextContent, StringComparison.Ordinal);
        await montserrat.OpenAsync("/ca/offering/" + offering);
        Assert.Contains("من يعيننا على تأسيس تعاونية", montserrat.Text, StringComparison.Ordinal);
        await youssef.OpenAsync("/fr/set-aside");
        Assert.Contains("Plus bas dans vos listes\u00a0: Barcelona.", youssef.Text, StringComparison.Ordinal);
        await youssef.SendAsync(("Aside.Back", youssef.Page.QuerySelector("[name='Aside.Back']")!.GetAttribute("value")!));
        Assert.Contains("Rien n’a été mis de côté", youssef.Text, StringComparison.Ordinal);
        await youssef.OpenAsync("/fr/want/" + want);
        Assert.Single(youssef.Page.QuerySelectorAll("section[aria-labelledby=fits] .card"));

        // What is taken is proposed to nobody any more.
        var held = JsonElement.Parse(await Barcelona.Api.GetStringAsync("/api/offers/" + offering)).GetProperty("content").GetRawText();
        await Barcelona.GiveAsync(offering, StateJson.Read<Offering>(held) with { Taken = 20 }, seen: 1);
        await LeftAsync(0);
        await youssef.OpenAsync("/fr/want/" + want);
        Assert.DoesNotContain("Conseil pour créer une coopérative", youssef.Text, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(int quantity, string note)
    {
        var id = Samples.NewId();
        await Mahdia.RequestAsync(HttpMethod.Put, "/" + id, new { proposal = $"{Barcelona.Origin}/offering/{offering}", quantity, note, language = "ca" });
        return id;
    }

    /// <summary>The one request that waits at Barcelona.</summary>
    private async Task<string> WaitsAsync()
    {
        var waiting = Array.Empty<string>();
        await Eventually.TrueAsync(
            async () =>
            {
                waiting = [.. (await Barcelona.RequestAsync(HttpMethod.Get, "?status=proposed&ours=false")).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!)];
                return waiting.Length == 1;
            },
            () => $"{waiting.Length} requests wait at Barcelona.{Outputs()}",
            TimeSpan.FromSeconds(60));
        return waiting[0];
    }

    private Task StandsAsync(string id, string status) =>
        Eventually.TrueAsync(async () => await StatusAsync(Mahdia, id) == status, () => $"The request is not {status} at Mahdia.{Outputs()}", TimeSpan.FromSeconds(90));

    private static async Task<string?> StatusAsync(RunningPole pole, string id) => (await pole.RequestAsync(HttpMethod.Get, "/" + id)).GetProperty("status").GetString();

    /// <summary>Waits until Mahdia's lists show that so much is left.</summary>
    private Task LeftAsync(int left) => Eventually.TrueAsync(
        async () => JsonElement.Parse(await Mahdia.Api.GetStringAsync("/api/offers?from=partners&over=false")).GetProperty("entries").EnumerateArray()
            .Any(entry => entry.GetProperty("id").GetString() == offering && entry.GetProperty("facts").GetProperty("left").GetString() == $"{left}"),
        () => $"Mahdia does not show that {left} are left.{Outputs()}",
        TimeSpan.FromSeconds(90));

    private string Outputs() => $"\n{string.Join('\n', Mahdia.Process.Output.TakeLast(30))}\n{string.Join('\n', Barcelona.Process.Output.TakeLast(30))}";
}
