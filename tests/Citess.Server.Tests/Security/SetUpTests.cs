using System.Net;
using Citess.Poles.Accounts;
using Citess.Poles.Profile;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Security;

public sealed class SetUpTests
{
    private static (string, string)[] Fields(string code, string userName = "amira") =>
    [
        ("Form.Code", code), ("Form.DisplayName", "أميرة"), ("Form.UserName", userName), ("Form.Password", House.Password),
        ("Form.Name", "قطب المهدية"), ("Form.Line", "معا"), ("Form.Source", "ar"), ("Form.Languages", "ar"), ("Form.Telephone", "+216 73 000 000"),
    ];

    [Fact]
    public async Task Until_it_is_set_up_every_page_leads_there_and_programs_are_told_to_wait()
    {
        await using var mahdia = await NewAsync();
        using var amira = mahdia.Visitor();
        foreach (var path in new[] { "/ar/", "/ar/practices", "/ar/sign-in", "/ar/people" })
        {
            await amira.OpenAsync(path);
            Assert.Equal("/ar/set-up", amira.Path);
            Assert.Equal(HttpStatusCode.OK, amira.Status);
        }

        foreach (var (method, path) in new[] { (HttpMethod.Get, "/api/practices"), (HttpMethod.Post, "/api/token"), (HttpMethod.Post, "/inbox"), (HttpMethod.Get, "/.well-known/webfinger?resource=acct:pole@localhost") })
        {
            var problem = await amira.AskAsync(method, path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, amira.Status);
            Assert.Equal("/problems#not-set-up", problem.GetProperty("type").GetString());
        }

        await amira.OpenAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, amira.Status);
    }

    [Fact]
    public async Task The_printed_code_makes_the_first_administrator_and_the_pole()
    {
        await using var mahdia = await NewAsync();
        Assert.Contains(mahdia.Origin + "/set-up", mahdia.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(mahdia.Logs.Lines, line => line.Contains(mahdia.Code, StringComparison.Ordinal));

        using var amira = mahdia.Visitor();
        await amira.OpenAsync("/ar/set-up");
        await amira.SendAsync(follow: true, Fields(mahdia.Code.ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal("/ar/today", amira.Path);
        Assert.Equal(HttpStatusCode.OK, amira.Status);

        var profile = (await mahdia.Services.GetRequiredService<Profiles>().ReadAsync())!.Content;
        Assert.Equal("قطب المهدية", profile.Name.SourceText);
        Assert.Equal(("ar", "+216 73 000 000"), (profile.Name.Source, profile.Telephone));
        await amira.OpenAsync("/ar/people");
        Assert.Equal(HttpStatusCode.OK, amira.Status);

        await amira.OpenAsync("/ar/set-up");
        Assert.Equal("/ar/today", amira.Path);
    }

    [Fact]
    public async Task A_wrong_code_makes_nothing_and_keeps_what_was_typed()
    {
        await using var mahdia = await NewAsync();
        using var mallory = mahdia.Visitor();
        await mallory.OpenAsync("/en/set-up");
        await mallory.SendAsync(follow: true, Fields("AAAA-BBBB-CCCC-DDDD-EEEE"));
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
        Assert.NotNull(mallory.Page.QuerySelector("#Form-Code-problem"));
        Assert.Equal("قطب المهدية", mallory.Page.QuerySelector("#Form-Name")!.GetAttribute("value"));
        Assert.DoesNotContain(House.Password, mallory.Html, StringComparison.Ordinal);
        Assert.False(await mahdia.Services.GetRequiredService<IAccountRows>().AnyAdministratorAsync());
        Assert.Null(await mahdia.Services.GetRequiredService<Profiles>().ReadAsync());
    }

    [Fact]
    public async Task A_field_that_is_wrong_uses_no_code_up()
    {
        await using var mahdia = await NewAsync();
        using var amira = mahdia.Visitor();
        await amira.OpenAsync("/en/set-up");
        await amira.SendAsync(follow: true, [.. Fields(mahdia.Code).Where(field => field.Item1 is not ("Form.Name" or "Form.Password")), ("Form.Name", ""), ("Form.Password", "short")]);
        Assert.NotNull(amira.Page.QuerySelector("#Form-Name-problem"));
        Assert.NotNull(amira.Page.QuerySelector("#Form-Password-problem"));
        await amira.SendAsync(follow: true, Fields(mahdia.Code));
        Assert.Equal("/en/today", amira.Path);
    }

    [Fact]
    public async Task Of_two_who_race_with_the_code_one_becomes_administrator()
    {
        await using var mahdia = await NewAsync();
        var racers = new[] { (Visitor: mahdia.Visitor(), Name: "amira"), (Visitor: mahdia.Visitor(), Name: "mallory") };
        foreach (var racer in racers)
        {
            await racer.Visitor.OpenAsync("/en/set-up");
        }

        await Task.WhenAll(racers.Select(racer => racer.Visitor.SendAsync(follow: false, Fields(mahdia.Code, racer.Name))));
        Assert.Single(racers, racer => racer.Visitor.Status == HttpStatusCode.Found);
        Assert.Single(await mahdia.Services.GetRequiredService<IAccountRows>().AllAsync());
        Array.ForEach(racers, racer => racer.Visitor.Dispose());
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_account_and_leads_both_times_to_today()
    {
        await using var mahdia = await NewAsync();
        using var amira = mahdia.Visitor();
        await amira.OpenAsync("/en/set-up");
        await Task.WhenAll(amira.SendAsync(follow: false, Fields(mahdia.Code)), amira.SendAsync(follow: false, Fields(mahdia.Code)));
        Assert.Equal(HttpStatusCode.Found, amira.Status);
        Assert.Single(await mahdia.Services.GetRequiredService<IAccountRows>().AllAsync());
    }

    [Fact]
    public async Task A_lost_administrator_comes_back_with_a_code_of_the_operator()
    {
        await using var mahdia = new House();
        await mahdia.InitializeAsync();
        using var stolen = await mahdia.AmiraAsync();
        var code = await mahdia.Services.GetRequiredService<AdminCode>().IssueAsync();
        using var amira = mahdia.Visitor();
        await amira.OpenAsync("/en/set-up");
        Assert.Equal("/en/way-back", amira.Path);
        await amira.SendAsync(follow: true, ("Form.Code", code), ("Form.DisplayName", "Amira"), ("Form.UserName", "Amira"), ("Form.Password", "a new one at last"));
        Assert.Equal("/en/people", amira.Path);

        await stolen.OpenAsync("/en/people");
        Assert.StartsWith("/en/sign-in", stolen.Path, StringComparison.Ordinal);

        using var mallory = mahdia.Visitor();
        await mallory.OpenAsync("/en/way-back");
        await mallory.SendAsync(follow: true, ("Form.Code", code), ("Form.DisplayName", "M"), ("Form.UserName", "mallory"), ("Form.Password", "a new one at last"));
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
        Assert.Single(await mahdia.Services.GetRequiredService<IAccountRows>().AllAsync());
    }

    [Fact]
    public async Task A_code_ends_after_its_days()
    {
        await using var mahdia = new House();
        await mahdia.InitializeAsync();
        var code = await mahdia.Services.GetRequiredService<AdminCode>().IssueAsync();
        mahdia.Clock.Ahead = TimeSpan.FromDays(AdminCode.Days + 1);
        using var late = mahdia.Visitor();
        await late.OpenAsync("/en/way-back");
        await late.SendAsync(follow: true, ("Form.Code", code), ("Form.DisplayName", "L"), ("Form.UserName", "late"), ("Form.Password", "a new one at last"));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
    }

    private static async Task<NewHouse> NewAsync()
    {
        var mahdia = new NewHouse();
        await mahdia.InitializeAsync();
        return mahdia;
    }
}
