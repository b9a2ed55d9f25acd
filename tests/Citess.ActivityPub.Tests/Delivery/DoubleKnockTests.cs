using System.Text;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Tests.Fetching;
using Citess.ActivityPub.Tests.Inbox;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Delivery;

/// <summary>Real requests to servers that know one dialect, both or none.</summary>
public sealed class DoubleKnockTests
{
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes(Pole.Mahdia.Says("Follow", "\"x\""));
    private static readonly ActorSigner Both = new(Pole.Mahdia.Key, Pole.Mahdia.Proof);

    private readonly Notebook notes = new();
    private readonly PeerDialects dialects;

    public DoubleKnockTests() => dialects = new(notes, TimeProvider.System);

    [Fact]
    public async Task Every_dialect_arrives_so_that_it_verifies()
    {
        await using var barcelona = await StartAsync(_ => 202);
        foreach (var dialect in Enum.GetValues<SignatureDialect>())
        {
            await dialects.ShownAsync(Notebook.Host(barcelona.Url), dialect);
            Assert.Equal(new DeliveryResult.Delivered(202), await PostAsync(barcelona));
        }

        Assert.Equal(Enum.GetValues<SignatureDialect>(), barcelona.Requests.Select(Spoken));
        foreach (var (path, headers) in barcelona.Requests)
        {
            var message = new SignedMessage("POST", path, new Uri(barcelona.Url).Authority, name => headers.TryGetValue(name, out var value) ? [value] : [], "http");
            Assert.Null(RequestSignature.TryParse(message, out var signature));
            var key = VerificationKey.FromPem(Pole.Mahdia.Key.KeyId, Pole.Mahdia.Id, Pole.Mahdia.Key.PublicPem)!;
            key = signature.KeyId == key.KeyId ? key : VerificationKey.FromMultibase(Pole.Mahdia.Proof.KeyId, Pole.Mahdia.Id, Pole.Mahdia.Proof.PublicMultibase)!;
            Assert.Null(signature.Verify(message, Hello, hasBody: true, key, TimeProvider.System.GetUtcNow()));
        }
    }

    [Theory]
    [InlineData(401)]
    [InlineData(400)]
    public async Task A_host_that_knows_RFC_9421_alone_gets_it_from_the_second_knock_on(int refusal)
    {
        await using var barcelona = await StartAsync(spoken => spoken == SignatureDialect.Cavage ? refusal : 202);
        Assert.IsType<DeliveryResult.Delivered>(await PostAsync(barcelona));
        Assert.IsType<DeliveryResult.Delivered>(await PostAsync(barcelona));
        Assert.Equal([SignatureDialect.Cavage, SignatureDialect.Rfc9421Rsa, SignatureDialect.Rfc9421Rsa], barcelona.Requests.Select(Spoken));
    }

    [Fact]
    public async Task A_host_that_shows_more_than_it_takes_gets_draft_cavage_from_the_second_knock_on()
    {
        await using var barcelona = await StartAsync(spoken => spoken == SignatureDialect.Cavage ? 202 : 401);
        await dialects.ShownAsync(Notebook.Host(barcelona.Url), SignatureDialect.Rfc9421Ed25519);
        Assert.IsType<DeliveryResult.Delivered>(await PostAsync(barcelona));
        await dialects.ShownAsync(Notebook.Host(barcelona.Url), SignatureDialect.Rfc9421Ed25519);
        Assert.IsType<DeliveryResult.Delivered>(await PostAsync(barcelona));
        Assert.Equal([SignatureDialect.Rfc9421Ed25519, SignatureDialect.Cavage, SignatureDialect.Cavage], barcelona.Requests.Select(Spoken));
    }

    [Fact]
    public async Task A_host_that_refuses_everything_is_knocked_at_twice_and_then_once()
    {
        await using var barcelona = await StartAsync(_ => 401);
        Assert.Equal(new DeliveryResult.Retry(401, null), await PostAsync(barcelona));
        Assert.Equal(new DeliveryResult.Retry(401, null), await PostAsync(barcelona));
        Assert.Equal([SignatureDialect.Cavage, SignatureDialect.Rfc9421Rsa, SignatureDialect.Cavage], barcelona.Requests.Select(Spoken));
        Assert.Empty(notes.Known);
    }

    [Fact]
    public async Task An_answer_to_the_second_knock_that_is_about_the_item_is_the_answer()
    {
        await using var barcelona = await StartAsync(spoken => spoken == SignatureDialect.Cavage ? 401 : 410);
        Assert.Equal(410, Assert.IsType<DeliveryResult.Refused>(await PostAsync(barcelona)).Status);
        Assert.Empty(notes.Known);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_answer_that_is_not_about_the_signature_is_knocked_for_once(int status)
    {
        await using var barcelona = await StartAsync(_ => status);
        await PostAsync(barcelona);
        Assert.Single(barcelona.Requests);
    }

    [Fact]
    public async Task A_host_that_asks_for_RFC_9421_in_its_answer_gets_it_the_next_time()
    {
        await using var barcelona = await StartAsync(_ => 202, "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created;alg=\"ed25519\"");
        await PostAsync(barcelona);
        await PostAsync(barcelona);
        Assert.Equal([SignatureDialect.Cavage, SignatureDialect.Rfc9421Ed25519], barcelona.Requests.Select(Spoken));
    }

    [Fact]
    public async Task A_fetch_knocks_twice_too()
    {
        await using var barcelona = await Loopback.StartAsync(async (server, context) =>
        {
            if (context.Request.Headers.ContainsKey("Signature-Input"))
            {
                await context.WriteAsync(Wire.As2, $$"""{"id":"{{server.Url}}/pole"}""");
                return;
            }

            context.Response.StatusCode = 401;
        });
        using var client = Wire.Client(Wire.Open);
        var fetcher = new DocumentFetcher(client, Wire.Open, TimeProvider.System, dialects);
        var budget = new FetchBudget(3);
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(barcelona.Url + "/pole", budget, Both));
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(barcelona.Url + "/pole", budget, Both));
        Assert.Equal([SignatureDialect.Cavage, SignatureDialect.Rfc9421Rsa, SignatureDialect.Rfc9421Rsa], barcelona.Requests.Select(Spoken));
        Assert.Equal(0, budget.Left);
    }

    private static Task<Loopback> StartAsync(Func<SignatureDialect, int> answer, string? asks = null) => Loopback.StartAsync((server, context) =>
    {
        context.Response.StatusCode = answer(Spoken(server.Requests.Last()));
        if (asks is not null)
        {
            context.Response.Headers["Accept-Signature"] = asks;
        }

        return Task.CompletedTask;
    });

    private static SignatureDialect Spoken((string Path, Dictionary<string, string> Headers) request) =>
        !request.Headers.TryGetValue("Signature-Input", out var input) ? SignatureDialect.Cavage
        : input.Contains("alg=\"ed25519\"", StringComparison.Ordinal) ? SignatureDialect.Rfc9421Ed25519 : SignatureDialect.Rfc9421Rsa;

    private async Task<DeliveryResult> PostAsync(Loopback host)
    {
        using var client = Wire.Client(Wire.Open);
        return await new ActivityPoster(client, Wire.Open, TimeProvider.System, dialects).PostAsync(host.Url + "/inbox", Hello, Both);
    }
}
