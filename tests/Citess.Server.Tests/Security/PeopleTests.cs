using System.Net;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Security;

public sealed class PeopleTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task A_facilitator_may_not_see_the_team()
    {
        await mahdia.AddAsync("facilitator", Roles.Facilitator);
        using var youssef = await mahdia.SignedInAsync("facilitator");
        await youssef.OpenAsync("/en/people");
        Assert.Equal(HttpStatusCode.Forbidden, youssef.Status);
        Assert.DoesNotContain("amira", youssef.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("You may not do this here", youssef.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_facilitator_who_posts_the_forms_of_an_administrator_changes_nothing()
    {
        var amira = (await Rows.FindByNameAsync("amira", default))!;
        await mahdia.AddAsync("climber", Roles.Facilitator);
        using var climber = await mahdia.SignedInAsync("climber");
        await climber.OpenAsync("/en/account");
        var token = climber.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await climber.PostAsync($"/en/people/{amira.Id}/disable", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Forbidden, climber.Status);
        Assert.Equal("You may not do this here", climber.Page.QuerySelector("h1")!.TextContent);
        Assert.Null((await Rows.FindByNameAsync("amira", default))!.Disabled);
    }

    [Fact]
    public async Task A_link_lets_one_person_in_once_with_its_role()
    {
        using var amira = await mahdia.AmiraAsync();
        var link = await InviteAsync(amira, Roles.Coordinator);

        using var montserrat = mahdia.Visitor();
        await montserrat.OpenAsync(link);
        await montserrat.SendAsync(follow: true, Person("montserrat"));
        Assert.Equal("/en/today", montserrat.Path);
        Assert.Equal([Roles.Coordinator], (await Rows.FindByNameAsync("montserrat", default))!.Roles);

        using var mallory = mahdia.Visitor();
        await mallory.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, mallory.Status);
    }

    [Fact]
    public async Task Of_two_who_open_one_link_at_once_one_comes_in()
    {
        using var amira = await mahdia.AmiraAsync();
        var link = await InviteAsync(amira, Roles.Member);
        var racers = new[] { (Visitor: mahdia.Visitor(), Name: "first-racer"), (Visitor: mahdia.Visitor(), Name: "second-racer") };
        foreach (var racer in racers)
        {
            await racer.Visitor.OpenAsync(link);
        }

        await Task.WhenAll(racers.Select(racer => racer.Visitor.SendAsync(follow: false, Person(racer.Name))));
        Assert.Single(racers, racer => racer.Visitor.Status == HttpStatusCode.Found);
        Assert.Single(await Rows.AllAsync(), account => account.UserName.EndsWith("-racer", StringComparison.Ordinal));
        Array.ForEach(racers, racer => racer.Visitor.Dispose());
    }

    [Fact]
    public async Task A_name_that_is_taken_uses_no_link_up()
    {
        using var amira = await mahdia.AmiraAsync();
        var link = await InviteAsync(amira, Roles.Guest);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(link);

        // The same name to a reader: full-width letters, other case.
        await guest.SendAsync(follow: true, Person("ＡＭＩＲＡ"));
        Assert.Equal(HttpStatusCode.BadRequest, guest.Status);
        Assert.NotNull(guest.Page.QuerySelector("#Form-UserName-problem"));
        await guest.SendAsync(follow: true, Person("other-amira"));
        Assert.Equal("/en/today", guest.Path);
    }

    [Fact]
    public async Task A_link_ends_after_its_days_and_when_it_is_taken_back()
    {
        using var amira = await mahdia.AmiraAsync();
        var old = await InviteAsync(amira, Roles.Guest);
        using var late = mahdia.Visitor();
        try
        {
            mahdia.Clock.Ahead = TimeSpan.FromDays(15);
            await late.OpenAsync(old);
            Assert.Equal(HttpStatusCode.Gone, late.Status);
        }
        finally
        {
            mahdia.Clock.Ahead = TimeSpan.Zero;
        }

        await late.OpenAsync(old);
        await amira.OpenAsync("/en/people");
        while (amira.Page.QuerySelector("form[action$='/withdraw']") is { } form)
        {
            await amira.PressAsync(form.GetAttribute("action")!, ("x", "x"));
        }

        await late.SendAsync(follow: true, Person("late"));
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Null(await Rows.FindByNameAsync("late", default));
    }

    [Fact]
    public async Task Knowing_somebodys_id_opens_nothing_by_a_used_link()
    {
        using var amira = await mahdia.AmiraAsync();
        var link = await InviteAsync(amira, Roles.Guest);
        using var mallory = mahdia.Visitor();
        await mallory.OpenAsync(link);
        await mallory.SendAsync(follow: true, Person("mallory"));
        var victim = (await Rows.FindByNameAsync("amira", default))!.Id;

        using var again = mahdia.Visitor();
        await again.OpenAsync("/en/sign-in");
        var token = again.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await again.PostAsync(link, [("_handler", "invitation"), ("__RequestVerificationToken", token), ("Form.Id", victim), .. Person("amira", "a wrong password")]);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        await again.OpenAsync("/en/people");
        Assert.StartsWith("/en/sign-in", again.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_switched_off_is_out_at_once_and_may_come_back_later()
    {
        var account = await mahdia.AddAsync("leaver", Roles.Facilitator);
        using var leaver = await mahdia.SignedInAsync("leaver");
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/people");
        await amira.PressAsync($"{account.Id}/disable");
        Assert.Equal("/en/people?done=disabled", amira.Path);

        await leaver.OpenAsync("/en/account");
        Assert.StartsWith("/en/sign-in", leaver.Path, StringComparison.Ordinal);
        await leaver.SignInAsync("leaver", House.Password);
        Assert.Equal(HttpStatusCode.BadRequest, leaver.Status);

        await amira.PressAsync($"{account.Id}/enable");
        await leaver.SignInAsync("leaver", House.Password);
        Assert.Equal("/en/today", leaver.Path);
    }

    [Fact]
    public async Task A_new_role_holds_from_the_next_page_on()
    {
        var account = await mahdia.AddAsync("riser", Roles.Guest);
        using var riser = await mahdia.SignedInAsync("riser");
        await riser.OpenAsync("/en/people");
        Assert.Equal(HttpStatusCode.Forbidden, riser.Status);

        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/people");
        await amira.PressAsync($"{account.Id}/roles", ("Roles", Roles.Administrator));
        await riser.OpenAsync("/en/people");
        Assert.Equal(HttpStatusCode.OK, riser.Status);

        await amira.PressAsync($"{account.Id}/roles", ("Roles", Roles.Guest));
        await riser.OpenAsync("/en/people");
        Assert.Equal(HttpStatusCode.Forbidden, riser.Status);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var amira = (await Rows.FindByNameAsync("amira", default))!;
        using var visitor = await mahdia.AmiraAsync();
        await visitor.OpenAsync("/en/people");
        await visitor.PressAsync($"{amira.Id}/disable");
        Assert.Equal("/en/people?problem=accounts.check.last", visitor.Path);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Null((await Rows.FindByNameAsync("amira", default))!.Disabled);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_present_one()
    {
        await mahdia.AddAsync("careful", Roles.Member);
        using var here = await mahdia.SignedInAsync("careful");
        using var elsewhere = await mahdia.SignedInAsync("careful");
        await here.OpenAsync("/en/account");
        await here.SendAsync(follow: true, ("Change.Present", "not the present one"), ("Change.Next", "oranges and almonds"));
        Assert.NotNull(here.Page.QuerySelector("#Change-Present-problem"));

        await here.SendAsync(follow: true, ("Change.Present", House.Password), ("Change.Next", "oranges and almonds"));
        Assert.Equal("/en/account?done=password", here.Path);
        Assert.Equal(HttpStatusCode.OK, here.Status);
        await elsewhere.OpenAsync("/en/account");
        Assert.StartsWith("/en/sign-in", elsewhere.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_a_program_is_shown_once_and_works()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/people");
        await amira.SendAsync(follow: true, ("Program.Name", "Sheet"), ("Program.Role", Roles.Member));
        var (id, secret) = (amira.Page.QuerySelector("#Once-0")!.GetAttribute("value")!, amira.Page.QuerySelector("#Once-1")!.GetAttribute("value")!);
        Assert.Contains("no-store", amira.Answer.CacheControl!.ToString(), StringComparison.Ordinal);
        using var program = mahdia.Visitor();
        Assert.True((await program.TokenAsync(id, secret)).TryGetProperty("access_token", out _));

        await amira.OpenAsync("/en/people");
        Assert.DoesNotContain(secret, amira.Html, StringComparison.Ordinal);
    }

    private IAccountRows Rows => mahdia.Services.GetRequiredService<IAccountRows>();

    private static (string, string)[] Person(string userName, string password = House.Password) =>
        [("Form.DisplayName", userName), ("Form.UserName", userName), ("Form.Password", password)];

    /// <summary>Path of a fresh link.</summary>
    private static async Task<string> InviteAsync(Visitor amira, string role)
    {
        await amira.OpenAsync("/en/people");
        await amira.SendAsync(follow: true, ("Invite.Role", role), ("Invite.Note", "somebody"));
        return "/en" + new Uri(amira.Page.QuerySelector("#Once-0")!.GetAttribute("value")!).AbsolutePath;
    }
}
