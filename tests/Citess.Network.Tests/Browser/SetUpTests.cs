using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>From nothing to two connected poles with a team, in the pages alone.</summary>
public sealed class SetUpTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_fresh_pole_is_set_up_presented_joined_and_connected()
    {
        await using var mahdia = await TestPole.StartAsync("Mahdia");
        await using var sidiBouzid = await TestPole.StartAsync("Sidi Bouzid");
        await using var amira = await chromium.PersonAsync(mahdia.Origin, "fr", hasScript: false);
        await using var there = await chromium.PersonAsync(sidiBouzid.Origin, "ar", hasScript: false);

        // A code that is wrong opens nothing, and what was typed stays.
        await amira.OpenAsync("");
        Assert.EndsWith("/fr/set-up", amira.Page.Url, StringComparison.Ordinal);
        await amira.TypeAsync("Form.Code", "AAAA-AAAA-AAAA-AAAA-AAAA");
        await amira.TypeAsync("Form.DisplayName", "Amira");
        await amira.TypeAsync("Form.UserName", "amira");
        await amira.TypeAsync("Form.Password", TestPole.Password);
        await amira.TypeAsync("Form.Name", "CitESS Mahdia");
        await amira.SendAsync("Form.Code");
        await amira.SeesAsync(Words.Of("fr", "accounts.check.code"));
        Assert.Equal("CitESS Mahdia", await amira.Field("Form.Name").InputValueAsync());

        await amira.SetUpAsync(mahdia, "amira", "Amira", "TN-53");
        await there.SetUpAsync(sidiBouzid, "leila", "Leila", "TN-43");

        // A visitor meets a pole: who it is, where, how to reach it, what can be done next.
        await using var visitor = await chromium.PersonAsync(mahdia.Origin, "fr", hasScript: false);
        await visitor.OpenAsync("");
        Assert.Equal("CitESS Mahdia", await visitor.Page.Locator("h1").InnerTextAsync());
        await visitor.SeesAsync("Mahdia");
        Assert.Equal(1, await visitor.Page.Locator("main a[href='tel:+21673000000']").CountAsync());
        Assert.Equal(1, await visitor.Page.Locator("main a[href='services']").CountAsync());
        await visitor.OpenAsync("practices");
        await visitor.SeesAsync(Words.Of("fr", "practices.empty"));

        await InviteYoussefAsync(amira, mahdia);

        await amira.AskAsync(sidiBouzid);
        await amira.SeesAsync(Words.Of("fr", "network.connection.asked"));
        await there.AcceptAsync(mahdia);
        await amira.UntilAsync("partners", Words.Of("fr", "network.connection.connected"));
        await visitor.OpenAsync("partners");
        await visitor.SeesAsync("CitESS Sidi Bouzid");
    }

    private async Task InviteYoussefAsync(Person amira, TestPole mahdia)
    {
        var link = await amira.InviteAsync("Youssef", "facilitator");
        await using var youssef = await chromium.PersonAsync(mahdia.Origin, "ar", hasScript: false);
        await youssef.JoinAsync(link, "youssef", "Youssef");
        await youssef.SeesAsync("Youssef");
        Assert.Equal(403, (await youssef.OpenAsync("people"))!.Status);

        // The link has served.
        await using var mallory = await chromium.PersonAsync(mahdia.Origin, "ar", hasScript: false);
        Assert.Equal(410, (await mallory.Page.GotoAsync(link))!.Status);
        Assert.Equal(0, await mallory.Field("Form.Password").CountAsync());
        await amira.UntilAsync("people", Words.Of("fr", "accounts.invitation.state.used"));
    }
}
