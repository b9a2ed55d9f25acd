using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>A form that is too old is told so, and nothing else is taken for one.</summary>
public sealed class StatusPageTests(BellHouse mahdia) : IClassFixture<BellHouse>
{
    private const string TooOld = "This page has changed meanwhile";

    [Fact]
    public async Task A_form_of_another_session_is_said_to_be_too_old()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practice/new");
        await amira.SendAsync(follow: false, ("Form.Title.Texts[en]", "Market"), ("__RequestVerificationToken", "of somebody else"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains(TooOld, amira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_the_page_has_no_more_is_said_to_be_too_old()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practice/new");
        await amira.SendAsync(follow: false, ("Form.Title.Texts[en]", "Market"), ("_handler", "gone"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains(TooOld, amira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_something_wrong_in_it_and_an_answer_of_no_page_are_not()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practice/new");
        await amira.SendAsync(follow: false, ("Form.Title.Texts[en]", ""));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.DoesNotContain(TooOld, amira.Html, StringComparison.Ordinal);
        await amira.PostAsync("/bell");
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.DoesNotContain(TooOld, amira.Html, StringComparison.Ordinal);
    }

}

/// <summary>A pole with an endpoint that is no page and says no without a word.</summary>
public sealed class BellHouse : House
{
    protected override void Add(WebApplication app) => app.MapPost("/bell", () => Results.BadRequest()).AllowAnonymous();
}
