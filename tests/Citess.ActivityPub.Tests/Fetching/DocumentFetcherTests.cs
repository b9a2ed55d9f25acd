using System.Text;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Fetching;

public sealed class DocumentFetcherTests
{
    [Theory]
    [InlineData("application/activity+json")]
    [InlineData("application/activity+json; charset=utf-8")]
    [InlineData("Application/Activity+JSON")]
    [InlineData("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"")]
    [InlineData("application/ld+json;profile=\"https://example.org/x https://www.w3.org/ns/activitystreams\"; charset=\"UTF-8\"")]
    public async Task A_document_is_read_word_for_word_when_it_says_that_it_is_one(string contentType)
    {
        await using var barcelona = await Loopback.StartAsync((me, context) => context.WriteAsync(contentType, $$"""{ "id":"{{me.Url}}/pole",  "name":"برشلونة" }"""));
        var found = Assert.IsType<FetchResult.Fetched>(await Wire.GetAsync(barcelona.Url + "/pole"));
        Assert.Equal($$"""{ "id":"{{barcelona.Url}}/pole",  "name":"برشلونة" }""", Encoding.UTF8.GetString(found.Bytes.Span));
        Assert.Equal(barcelona.Url + "/pole", found.Address.AbsoluteUri);
        Assert.StartsWith("CitESS/", barcelona.Requests.Single().Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/ld+json")]
    [InlineData("application/ld+json; profile=\"https://mallory.example/ns\"")]
    [InlineData("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams-not\"")]
    [InlineData("application/activity+json; charset=utf-16")]
    [InlineData("application/activity+json, text/html")]
    [InlineData("")]
    public async Task An_upload_cannot_pass_for_an_actor(string contentType)
    {
        await using var barcelona = await Loopback.StartAsync((me, context) => context.WriteAsync(contentType, $$"""{"id":"{{me.Url}}/upload"}"""));
        Wire.Is(FetchFault.ContentType, await Wire.GetAsync(barcelona.Url + "/upload"));
    }

    [Fact]
    public async Task Two_content_types_are_none()
    {
        await using var barcelona = await Loopback.StartAsync((me, context) =>
        {
            context.Response.Headers.ContentType = new[] { Wire.As2, "text/html" };
            return context.Response.WriteAsync($$"""{"id":"{{me.Url}}/pole"}""");
        });
        Wire.Is(FetchFault.ContentType, await Wire.GetAsync(barcelona.Url + "/pole"));
    }

    [Fact]
    public async Task A_document_that_claims_the_id_of_another_host_is_fetched_there_instead()
    {
        await using var barcelona = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/pole","name":"the real one"}"""));
        await using var mallory = await Loopback.StartAsync((_, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{barcelona.Url}}/pole","name":"forged"}"""));
        var found = Assert.IsType<FetchResult.Fetched>(await Wire.GetAsync(mallory.Url + "/pole"));
        Assert.Equal("the real one", found.Root.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Two_documents_that_point_at_each_other_are_asked_once_each()
    {
        await using var mallory = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/{{(context.Request.Path == "/a" ? "b" : "a")}}"}"""));
        Wire.Is(FetchFault.IdMismatch, await Wire.GetAsync(mallory.Url + "/a"));
        Assert.Equal(2, mallory.Requests.Count);
    }

    [Theory]
    [InlineData("""{"name":"without id"}""", FetchFault.IdMismatch)]
    [InlineData("""{"id":7}""", FetchFault.IdMismatch)]
    [InlineData("""["list"]""", FetchFault.IdMismatch)]
    [InlineData("""{"id":"not an address"}""", FetchFault.BadAddress)]
    [InlineData("""{"id":"a","id":"b"}""", FetchFault.Malformed)]
    [InlineData("<html>", FetchFault.Malformed)]
    public async Task A_document_without_a_usable_id_is_refused(string body, FetchFault fault)
    {
        await using var mallory = await Loopback.StartAsync((_, context) => context.WriteAsync(Wire.As2, body));
        Wire.Is(fault, await Wire.GetAsync(mallory.Url + "/a"));
    }

    [Theory]
    [InlineData(404, FetchFault.NotFound)]
    [InlineData(410, FetchFault.Gone)]
    [InlineData(401, FetchFault.Denied)]
    [InlineData(403, FetchFault.Denied)]
    [InlineData(204, FetchFault.Status)]
    [InlineData(418, FetchFault.Status)]
    public async Task A_status_that_is_no_success_says_why(int status, FetchFault fault)
    {
        await using var barcelona = await Loopback.StartAsync((_, context) => Task.FromResult(context.Response.StatusCode = status));
        Wire.Is(fault, await Wire.GetAsync(barcelona.Url + "/pole"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_in_trouble_is_unreachable(int status)
    {
        await using var barcelona = await Loopback.StartAsync((_, context) => Task.FromResult(context.Response.StatusCode = status));
        Assert.IsType<FetchResult.Unreachable>(await Wire.GetAsync(barcelona.Url + "/pole"));
    }

    [Fact]
    public async Task The_budget_of_an_activity_ends_its_fetches()
    {
        await using var mallory = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}{{context.Request.Path}}"}"""));
        var budget = new FetchBudget(2);
        Assert.IsType<FetchResult.Fetched>(await Wire.GetAsync(mallory.Url + "/1", budget: budget));
        Assert.IsType<FetchResult.Fetched>(await Wire.GetAsync(mallory.Url + "/2", budget: budget));
        Wire.Is(FetchFault.BudgetSpent, await Wire.GetAsync(mallory.Url + "/3", budget: budget));
        Assert.Equal((2, 0), (mallory.Requests.Count, budget.Left));
    }

    [Fact]
    public async Task A_signed_fetch_verifies_at_the_other_end()
    {
        using var key = RsaKeyPair.Create("https://mahdia.example/server#main-key");
        await using var barcelona = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/letter"}"""));
        using var client = Wire.Client(Wire.Open);
        await new DocumentFetcher(client, Wire.Open, TimeProvider.System).FetchAsync(barcelona.Url + "/letter", new FetchBudget(), key);

        var headers = barcelona.Requests.Single().Headers;
        var message = new SignedMessage("GET", "/letter", new Uri(barcelona.Url).Authority, name => headers.TryGetValue(name, out var value) ? [value] : []);
        Assert.Null(Cavage.TryParse([headers["Signature"]], out var signature));
        var verifier = VerificationKey.FromPem(key.KeyId, "https://mahdia.example/server", key.PublicPem)!;
        Assert.Null(Cavage.Verify(signature, message, [], hasBody: false, verifier, TimeProvider.System.GetUtcNow()));
    }
}
