using System.Security.Cryptography;
using System.Text.Json;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Tests.Oracles;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>Our draft-cavage beside that of npm's <c>activitypub-http-signatures</c>, in both directions.</summary>
public sealed class CavageOracleTests
{
    private static readonly int Requests = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 } ? 2_000 : 100;

    private readonly int seed = Seed.Take();
    private readonly RandomRequests random;

    public CavageOracleTests()
    {
        TestContext.Current.SendDiagnosticMessage($"CITESS_SEED={seed}, {Requests} requests");
        random = new(new Random(seed));
    }

    [Fact]
    public async Task What_Citess_signs_they_verify_and_nothing_that_was_altered() =>
        await BothJudgeAsync([.. Enumerable.Range(0, Requests).Select(_ => random.Next()).Select(each => Ours(each.Method, new Uri(each.Url), each.Body))]);

    [Fact]
    public async Task What_they_sign_Citess_verifies_and_nothing_that_was_altered()
    {
        var plain = Enumerable.Range(0, Requests).Select(_ => random.Next()).ToList();
        var signed = await Oracle.AskAsync("signatures.mjs", [.. plain.Select(each => JsonSerializer.Serialize(new
        {
            method = each.Method,
            url = each.Url,
            headers = Headers(each.Body),
            keyId = Request.KeyId,
            privateKey = Request.Mahdia.ExportPrivatePem(),
        }))]);
        var requests = plain.Zip(signed, (each, answer) => Theirs(each.Method, each.Body, JsonElement.Parse(answer))).ToList();

        // Both mean the same host by an address, however that is written.
        Assert.Equal(plain.Select(each => Cavage.HostOf(new Uri(each.Url))), requests.Select(each => each.Host));
        await BothJudgeAsync(requests);
    }

    private async Task BothJudgeAsync(List<Request> genuine)
    {
        var altered = genuine.ConvertAll(random.Altered);
        var theirs = await Oracle.AskAsync("signatures.mjs", [.. genuine.Concat(altered.Select(each => each.Request)).Select(Question)]);
        for (var i = 0; i < genuine.Count; i++)
        {
            var about = $"CITESS_SEED={seed}, number {i}: {JsonSerializer.Serialize(genuine[i])}";
            Assert.True(Fault(genuine[i]) is null, $"{Fault(genuine[i])} says Citess, {about}");
            Assert.True(theirs[i] == "true", "false say they, " + about);

            var (request, what) = altered[i];
            Assert.True(Fault(request) is SignatureFault.Mismatch, $"{what} was altered, {Fault(request)} says Citess, {about}");
            Assert.True(theirs[genuine.Count + i] == "false", $"{what} was altered, true say they, {about}");
        }

        // Whether the body is that of the digest they leave to whoever calls them.
        Assert.All(genuine.Where(each => each.Body.Length > 0), each => Assert.Equal(SignatureFault.DigestMismatch, Fault(each with { Body = [.. each.Body, 0] })));
        Assert.Equal(["body", "date", "host", "method", "order", "path", "query", "signature"], altered.Select(each => each.What).Distinct().Order(StringComparer.Ordinal));
    }

    private static SignatureFault? Fault(Request request) => request.Fault(hasBody: request.Body.Length > 0);

    private static Request Ours(string method, Uri address, byte[] body) => new(
        method,
        address.PathAndQuery,
        Cavage.HostOf(address),
        body,
        [.. Cavage.Sign(Request.Mahdia, method, address, body, Request.Noon).Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value))],
        Request.Noon);

    private static Request Theirs(string method, byte[] body, JsonElement signed) => new(
        method,
        signed.GetProperty("target").GetString()!,
        signed.GetProperty("host").GetString()!,
        body,
        [.. signed.GetProperty("headers").EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!))],
        Request.Noon);

    private static Dictionary<string, string> Headers(byte[] body)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = Request.Noon.ToString("r") };
        if (body.Length > 0)
        {
            headers["digest"] = "SHA-256=" + Convert.ToBase64String(SHA256.HashData(body));
        }

        return headers;
    }

    private static string Question(Request request) => JsonSerializer.Serialize(new
    {
        method = request.Method,
        target = request.Target,
        headers = request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal),
        keyId = Request.KeyId,
        publicKey = Request.Mahdia.PublicPem,
    });
}
