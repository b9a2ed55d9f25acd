using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia leads a cycle with Barcelona; Kasserine has no server and speaks through Barcelona, by a link and plain forms.</summary>
public sealed class PeerLearningGuestTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task A_city_without_a_server_joins_by_its_link_speaks_consents_and_votes_and_nobody_can_in_its_place()
    {
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync("/fr/cycle/new");
        await amira.SendAsync(("Form.Name", "Apprendre ensemble"), ("Form.Purpose", "Se relever."), ("Form.Partners", await Barcelona.ActorIdAsync()));
        var page = amira.Address.AbsolutePath;
        Assert.True(amira.Status == HttpStatusCode.OK && page.StartsWith("/fr/cycle/zQm", StringComparison.Ordinal), $"{amira.Address} {amira.Text}");
        var id = page.Split('/')[^1];

        using var montserrat = await Barcelona.Process.SignInAsync();
        await montserrat.SeesAsync("/fr/today", "Apprendre ensemble");
        await montserrat.OpenAsync(page);
        await montserrat.PressAsync("join.ulid");
        Assert.Contains("Ce que vous cherchez", montserrat.Text, StringComparison.Ordinal);
        await amira.SeesAsync(page, "Barcelona");
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync(page);
                return amira.Page.QuerySelectorAll("select[name='guest-new.at'] option").Length == 2;
            },
            () => amira.Text,
            TimeSpan.FromSeconds(60));
        await amira.SendAsync(("guest-new.name", "Kasserine"), ("guest-new.at", await Barcelona.ActorIdAsync()), ("guest-new.territory", "TN-42"), ("guest-new.languages", "ar, fr"));
        Assert.Contains("Kasserine", amira.Text, StringComparison.Ordinal);

        // Barcelona gives the link, twice: the first one lets nobody in any more.
        await montserrat.SeesAsync(page, "Kasserine");
        var guestId = (await Barcelona.CollaborationAsync(id))!.Value.GetProperty("guests")[0].GetProperty("id").GetString()!;
        var lost = await LinkAsync(montserrat, page, guestId);
        var link = await LinkAsync(montserrat, page, guestId);
        using var guest = new PageClient(Barcelona.Origin);
        await guest.OpenAsync(lost);
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        await guest.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.Contains("Chaque participant a une voix.", guest.Text, StringComparison.Ordinal);
        await guest.PressAsync("join.ulid");
        Assert.True(guest.Status == HttpStatusCode.OK && guest.Address.AbsolutePath == new Uri(link).AbsolutePath, guest.Text);
        await guest.SendAsync(("offer-new.title", "Une coopérative de 87 femmes"));
        await guest.SendAsync(("showcase-new.title", "SMSA El Wafa"));
        Assert.Contains("Une coopérative de 87 femmes", guest.Text, StringComparison.Ordinal);

        // Barcelona's own people speak for Barcelona alone.
        using (var refused = await Barcelona.Api.PutAsJsonAsync($"/api/collaborations/{id}/events/{Samples.NewId()}", new { says = "offer", payload = new { title = "x", @for = guestId } }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await amira.SeesAsync(page, "Une coopérative de 87 femmes");
        await amira.SendAsync(("showcase-new.title", "Lingare"));
        await GroupAsync(amira, page, guestId);
        await AgreeAsync(amira, page);
        await AgreeAsync(guest, link);
        await VoteAsync(amira, page, guest, link, montserrat);

        var cycle = await CycleAsync(id);
        Assert.True(cycle.GetProperty("groups")[0].GetProperty("stands").GetBoolean(), cycle.GetRawText());
        Assert.Equal(3, cycle.GetProperty("votes")[0].GetProperty("votes").GetInt32());
        Assert.Equal("SMSA El Wafa", cycle.GetProperty("votes")[0].GetProperty("choices").EnumerateArray().Single(line => line.GetProperty("id").GetString() == cycle.GetProperty("votes")[0].GetProperty("chosen")[0].GetString()).GetProperty("title").GetString());
        var count = (await Barcelona.CollaborationAsync(id))!.Value.GetProperty("events").GetArrayLength();
        var report = await Collaborating.SameAsync(id, count, Mahdia, Barcelona);
        Assert.All(report.GetProperty("events").EnumerateArray(), each => Assert.False(each.TryGetProperty("reason", out _), each.GetRawText()));
        Assert.Empty(await Mahdia.VerifyAsync(id));
        Assert.Empty(await Barcelona.VerifyAsync(id));
        await amira.OpenAsync("/fr/collaboration/" + id);
        Assert.Contains("au nom de Kasserine", amira.Text, StringComparison.Ordinal);
    }

    /// <summary>The coordinator makes a group by the form, having looked at what would change.</summary>
    private async Task GroupAsync(PageClient amira, string page, string guest)
    {
        await amira.OpenAsync(page + "/groups");
        var mahdia = await Mahdia.ActorIdAsync();
        var title = ("Group[0].Title", "Femmes rurales");
        await amira.SendAsync(title, ("Group[0].Members", guest), ("Group[0].Members", mahdia), ("Do", "look"));
        Assert.Contains("Ce que ces groupes voudraient dire", amira.Text, StringComparison.Ordinal);
        await amira.SendAsync(title, ("Group[0].Members", guest), ("Group[0].Members", mahdia), ("Do", "ask"));
        Assert.True(amira.Address.AbsolutePath == page, amira.Text);
        Assert.Contains("Femmes rurales", amira.Text, StringComparison.Ordinal);
    }

    private static async Task AgreeAsync(PageClient person, string page)
    {
        string? field = null;
        await Eventually.TrueAsync(
            async () =>
            {
                await person.OpenAsync(page);
                field = person.Page.QuerySelector("button[name^='consent-']")?.GetAttribute("name");
                return field is not null;
            },
            () => person.Text,
            TimeSpan.FromSeconds(60));
        await person.SendAsync((field!, "yes"));
        Assert.Equal(HttpStatusCode.OK, person.Status);
    }

    private static async Task VoteAsync(PageClient amira, string page, PageClient guest, string link, PageClient montserrat)
    {
        await amira.OpenAsync(page);
        var shown = amira.Page.QuerySelectorAll("input[name='ballot-new.choices']").Select(input => input.GetAttribute("value")!).ToList();
        await amira.SendAsync([("ballot-new.title", "Laquelle ?"), .. shown.Select(each => ("ballot-new.choices", each)), ("ballot-new.most", "1")]);
        foreach (var (person, at, choice) in new[] { (amira, page, "SMSA El Wafa"), (guest, link, "SMSA El Wafa"), (montserrat, page, "Lingare") })
        {
            string? field = null;
            await Eventually.TrueAsync(
                async () =>
                {
                    await person.OpenAsync(at);
                    field = person.Page.QuerySelector("input[name^='choose-'][type=checkbox]")?.GetAttribute("name");
                    return field is not null;
                },
                () => person.Text,
                TimeSpan.FromSeconds(60));
            var value = person.Page.QuerySelectorAll($"input[name='{field}']").Single(input => person.Page.QuerySelector($"label[for='{input.Id}']")!.TextContent == choice).GetAttribute("value")!;
            await person.SendAsync((field!, value));
            Assert.True(person.Status == HttpStatusCode.OK, person.Text);
        }

        string? count = null;
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync(page);
                count = amira.Page.QuerySelector("input[name^='count-']")?.GetAttribute("name");
                return count is not null && amira.Text.Contains("3 sur 3 ont voté", StringComparison.Ordinal);
            },
            () => amira.Text,
            TimeSpan.FromSeconds(60));
        await amira.PressAsync(count!);
        Assert.Contains("Choix\u00a0: SMSA El Wafa", amira.Text, StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(PageClient person, string page, string guest)
    {
        await person.OpenAsync(page);
        await person.SendAsync(("link-" + guest, "1"));
        return person.Page.QuerySelector("[name='Once.0']")?.GetAttribute("value") ?? throw new InvalidOperationException(person.Text);
    }

    private async Task<JsonElement> CycleAsync(string id)
    {
        JsonElement cycle = default;
        await Eventually.TrueAsync(
            async () => (cycle = await Barcelona.Api.GetFromJsonAsync<JsonElement>($"/api/cycles/{id}")).GetProperty("votes") is { } votes && votes.GetArrayLength() == 1 && votes[0].GetProperty("chosen").GetArrayLength() == 1,
            () => cycle.GetRawText(),
            TimeSpan.FromSeconds(60));
        return cycle;
    }
}
