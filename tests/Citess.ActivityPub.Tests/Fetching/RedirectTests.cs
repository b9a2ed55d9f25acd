using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Three_redirects_are_followed_and_the_id_must_be_where_they_end(int status)
    {
        await using var barcelona = await Loopback.StartAsync((me, context) => Hop(me, context, status));
        var found = Assert.IsType<FetchResult.Fetched>(await Wire.GetAsync(barcelona.Url + "/3"));
        Assert.Equal(barcelona.Url + "/0", found.Address.AbsoluteUri);
        Assert.Equal(4, barcelona.Requests.Count);
    }

    [Fact]
    public async Task A_fourth_redirect_is_not_followed()
    {
        await using var mallory = await Loopback.StartAsync((me, context) => Hop(me, context, 302));
        Wire.Is(FetchFault.TooManyRedirects, await Wire.GetAsync(mallory.Url + "/4"));
        Assert.Equal(4, mallory.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_to_itself_ends()
    {
        await using var mallory = await Loopback.StartAsync((_, context) => To(context, "/again"));
        Wire.Is(FetchFault.TooManyRedirects, await Wire.GetAsync(mallory.Url + "/again"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://barcelona.example/pole")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_FLUSHALL")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://amira:secret@127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    public async Task A_redirect_to_no_plain_address_is_refused(string location)
    {
        await using var mallory = await Loopback.StartAsync((_, context) => To(context, location));
        Wire.Is(FetchFault.BadAddress, await Wire.GetAsync(mallory.Url + "/a"));
    }

    [Fact]
    public async Task A_redirect_never_leads_from_https_to_http()
    {
        using var handler = new Answers(request => request.RequestUri!.Scheme == "https" ? Answers.Redirect("http://barcelona.example/pole") : throw new InvalidOperationException("it was followed"));
        using var client = new HttpClient(handler);
        var fetcher = new DocumentFetcher(client, Wire.Open, TimeProvider.System);
        Wire.Is(FetchFault.RedirectDowngrade, await fetcher.FetchAsync("https://barcelona.example/pole", new FetchBudget()));
    }

    [Fact]
    public async Task A_signature_is_not_sent_on_to_where_a_redirect_leads()
    {
        using var key = RsaKeyPair.Create("https://mahdia.example/server#main-key");
        await using var barcelona = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/secret"}"""));
        await using var mallory = await Loopback.StartAsync((_, context) => To(context, barcelona.Url + "/secret"));
        using var client = Wire.Client(Wire.Open);
        await new DocumentFetcher(client, Wire.Open, TimeProvider.System).FetchAsync(mallory.Url + "/a", new FetchBudget(), key);
        Assert.True(mallory.Requests.Single().Headers.ContainsKey("Signature"));
        Assert.False(barcelona.Requests.Single().Headers.ContainsKey("Signature"));
    }

    [Fact]
    public async Task Redirects_count_against_the_budget()
    {
        await using var mallory = await Loopback.StartAsync((me, context) => Hop(me, context, 302));
        Wire.Is(FetchFault.BudgetSpent, await Wire.GetAsync(mallory.Url + "/3", budget: new FetchBudget(2)));
        Assert.Equal(2, mallory.Requests.Count);
    }

    private static Task Hop(Loopback me, HttpContext context, int status)
    {
        var left = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
        return left == 0 ? context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/0"}""") : To(context, left % 2 == 0 ? $"/{left - 1}" : $"{me.Url}/{left - 1}", status);
    }

    private static Task To(HttpContext context, string location, int status = 302)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}

/// <summary>A handler that answers without a network, for hosts that loopback cannot play.</summary>
internal sealed class Answers(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public static HttpResponseMessage Redirect(string location)
    {
        var response = new HttpResponseMessage(System.Net.HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
}
