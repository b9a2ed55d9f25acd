using System.Net;
using System.Text;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Security;

public sealed class SignInTests(House mahdia) : IClassFixture<House>
{
    private string Problem(Visitor visitor) => visitor.Page.QuerySelector("#problems")?.TextContent.Trim() ?? throw new InvalidOperationException(visitor.Html);

    [Fact]
    public async Task Amira_comes_in_and_goes_out()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/people");
        Assert.Equal(HttpStatusCode.OK, amira.Status);

        await amira.PressAsync("sign-out");
        await amira.OpenAsync("/en/people");
        Assert.StartsWith("/en/sign-in?returnUrl=", amira.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        using var mallory = mahdia.Visitor();
        await mallory.SignInAsync("amira", "not her password");
        var wrong = Problem(mallory);
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);

        await mallory.SignInAsync("nobody-of-this-name", "not her password");
        Assert.Equal(wrong, Problem(mallory));
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
        Assert.DoesNotContain(mallory.Cookies.GetAllCookies(), cookie => cookie.Name.StartsWith("citess-", StringComparison.Ordinal) && !cookie.Name.StartsWith("citess-form-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_even_to_the_right_one()
    {
        await mahdia.AddAsync("youssef", Roles.Facilitator);
        using var mallory = mahdia.Visitor();
        for (var guess = 0; guess < 5; guess++)
        {
            await mallory.SignInAsync("youssef", "guess number " + guess);
        }

        await mallory.SignInAsync("youssef", House.Password);
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);

        await using var scope = mahdia.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var locked = await people.FindByNameAsync("youssef");
        Assert.NotNull(locked!.LockoutEnd);

        // What the clock would do in ten minutes.
        locked.LockoutEnd = mahdia.Clock.GetUtcNow().AddMinutes(-1);
        await people.UpdateAsync(locked);
        using var youssef = await mahdia.SignedInAsync("youssef");
        Assert.Equal(HttpStatusCode.OK, youssef.Status);
    }

    [Fact]
    public async Task Guesses_at_the_same_time_count_each()
    {
        await mahdia.AddAsync("guessed", Roles.Guest);
        var guessers = Enumerable.Range(0, 8).Select(_ => mahdia.Visitor()).ToList();
        await Task.WhenAll(guessers.Select(guesser => guesser.SignInAsync("guessed", "one guess of eight")));
        guessers.ForEach(guesser => guesser.Dispose());

        using var late = mahdia.Visitor();
        await late.SignInAsync("guessed", House.Password);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var mallory = mahdia.Visitor();
        await mallory.PostAsync("/en/sign-in", ("_handler", "sign-in"), ("Form.UserName", "amira"), ("Form.Password", House.Password));
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
        Assert.DoesNotContain(mallory.Cookies.GetAllCookies(), cookie => !cookie.Name.StartsWith("citess-form-", StringComparison.Ordinal));

        using var amira = await mahdia.AmiraAsync();
        await amira.PostAsync("/en/sign-out");
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        await amira.OpenAsync("/en/people");
        Assert.Equal(HttpStatusCode.OK, amira.Status);
    }

    [Theory]
    [InlineData("https://mallory.example/")]
    [InlineData("//mallory.example/")]
    [InlineData("/\\mallory.example/")]
    [InlineData("/%5Cmallory.example")]
    [InlineData("/\t/mallory.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string elsewhere)
    {
        using var amira = mahdia.Visitor();
        await amira.OpenAsync("/en/sign-in?returnUrl=" + (elsewhere.Contains('%', StringComparison.Ordinal) ? elsewhere : Uri.EscapeDataString(elsewhere)));
        await amira.SendAsync(follow: false, ("Form.UserName", "amira"), ("Form.Password", House.Password));
        Assert.Equal(HttpStatusCode.Found, amira.Status);
        Assert.Equal(new Uri(mahdia.Origin).Authority, new Uri(new Uri(mahdia.Origin), amira.Location).Authority);
        Assert.DoesNotContain("mallory", amira.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_asked_for_is_where_signing_in_leads()
    {
        using var amira = mahdia.Visitor();
        await amira.OpenAsync("/fr/people");
        Assert.Equal("/fr/sign-in?returnUrl=%2Ffr%2Fpeople", amira.Path);
        await amira.SendAsync(follow: true, ("Form.UserName", "AMIRA"), ("Form.Password", House.Password));
        Assert.Equal("/fr/people", amira.Path);
    }

    [Fact]
    public async Task A_password_stands_in_no_log()
    {
        const string secret = "a-password-like-no-other";
        using var mallory = mahdia.Visitor();
        await mallory.SignInAsync("amira", secret);
        using var amira = await mahdia.AmiraAsync();
        Assert.NotEmpty(mahdia.Logs.Lines);
        Assert.DoesNotContain(mahdia.Logs.Lines, line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(House.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_pole_its_pages_and_no_script()
    {
        using var amira = await mahdia.AmiraAsync();
        var cookie = Assert.Single(amira.Cookies.GetAllCookies(), cookie => cookie.Name.StartsWith("citess-", StringComparison.Ordinal) && !cookie.Name.StartsWith("citess-form-", StringComparison.Ordinal));
        Assert.True(cookie.HttpOnly);
        Assert.Equal("/", cookie.Path);
        Assert.Equal(DateTime.MinValue, cookie.Expires);

        await amira.AskAsync(HttpMethod.Get, "/api/account");
        Assert.Equal(HttpStatusCode.Unauthorized, amira.Status);
        await amira.AskAsync(HttpMethod.Get, "/en/api/account");
        Assert.Equal(HttpStatusCode.Unauthorized, amira.Status);
    }

    [Fact]
    public async Task A_form_of_a_megabyte_is_no_work()
    {
        using var mallory = mahdia.Visitor();
        await mallory.SignInAsync("amira", new StringBuilder().Append('x', 1_000_000).ToString());
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
    }
}
