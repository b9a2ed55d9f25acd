using System.Text;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>RFC 9421 through the same gate, and keys that change their names.</summary>
public sealed class GateDialectTests
{
    private readonly Doorway door = new();

    [Fact]
    public async Task Both_kinds_of_key_open_the_gate_and_the_verdict_says_what_the_sender_speaks()
    {
        Assert.Equal(SignatureDialect.Rfc9421Rsa, Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(1, Pole.Barcelona.Key)).Dialect);
        Assert.Equal(SignatureDialect.Rfc9421Ed25519, Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(2, Pole.Barcelona.Proof)).Dialect);
        Assert.Equal(SignatureDialect.Cavage, Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(3), Pole.Barcelona)).Dialect);
        Assert.Single(door.Fetched);
    }

    [Theory]
    [InlineData("\"@method\" ", "", GateReason.NotCovered)]
    [InlineData(" \"content-digest\"", "", GateReason.NotCovered)]
    [InlineData("alg=\"ed25519\"", "alg=\"none\"", GateReason.SignatureMalformed)]
    [InlineData("alg=\"ed25519\"", "alg=\"rsa-v1_5-sha256\"", GateReason.SignatureWrong)]
    [InlineData("pole#proof-key", "pole#other", GateReason.KeyNotFound)]
    [InlineData("https://barcelona.example/pole#proof-key", "https://mallory.example/mallory#proof-key", GateReason.SignatureWrong)]
    [InlineData("https://barcelona.example/pole#proof-key", "http://127.0.0.1/#proof-key", GateReason.KeyAddress)]
    [InlineData("created=1782896400", "created=1782892700", GateReason.OutsideWindow)]
    [InlineData("created=1782896400;", "", GateReason.OutsideWindow)]
    public async Task A_signature_that_says_too_little_is_refused(string what, string into, GateReason reason)
    {
        var request = Post(1, Pole.Barcelona.Proof, headers =>
        {
            Assert.Contains(what, headers["signature-input"], StringComparison.Ordinal);
            headers["signature-input"] = headers["signature-input"].Replace(what, into, StringComparison.Ordinal);
        });
        door.Refuses(reason, await door.Gate.JudgeAsync(request), Pole.Barcelona, Pole.Mallory);
    }

    [Fact]
    public async Task An_altered_body_is_refused()
    {
        var request = Post(1, Pole.Barcelona.Proof);
        door.Refuses(GateReason.DigestWrong, await door.Gate.JudgeAsync(request with { Body = Encoding.UTF8.GetBytes(Hello(2)) }), Pole.Barcelona);
    }

    [Fact]
    public async Task A_request_in_both_dialects_at_once_is_refused_without_a_fetch()
    {
        var cavage = Cavage.Sign(Pole.Barcelona.Key, "POST", new Uri("https://mahdia.example/inbox"), Encoding.UTF8.GetBytes(Hello(1)), door.Time.GetUtcNow()).ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value);
        var request = Post(1, Pole.Barcelona.Key);
        var message = request.Message with
        {
            Header = name => name == "signature" ? [cavage[name], .. request.Message.Header(name)] : request.Message.Header(name) is { Count: > 0 } values ? values : cavage.TryGetValue(name, out var value) ? [value] : [],
        };
        door.Refuses(GateReason.SignatureMalformed, await door.Gate.JudgeAsync(request with { Message = message }));
        Assert.Empty(door.Fetched);
    }

    [Fact]
    public async Task A_key_for_proofs_alone_signs_no_request_of_who_lists_keys_for_that()
    {
        using var other = Ed25519KeyPair.Create(Pole.Barcelona.Id + "#auth-key");
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document()[..^1] + $$""","authentication":[{"id":"{{other.KeyId}}","type":"Multikey","controller":"{{Pole.Barcelona.Id}}","publicKeyMultibase":"{{other.PublicMultibase}}"}]}""");
        Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(1, other));
        door.Refuses(GateReason.KeyNotFound, await JudgeAsync(2, Pole.Barcelona.Proof), Pole.Barcelona);
    }

    [Fact]
    public async Task A_key_with_a_new_name_is_fetched_once_and_the_retired_one_is_good_for_what_was_on_its_way()
    {
        Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(1, Pole.Barcelona.Key));
        using var renewed = RsaKeyPair.Create(Pole.Barcelona.Id + "#main-key-2");
        var retired = door.Time.GetUtcNow();
        door.Shows(Pole.Barcelona.Id, $$"""
            {"id":"{{Pole.Barcelona.Id}}","type":"Organization","inbox":"{{Pole.Barcelona.Id}}/inbox","publicKey":[{{Key(renewed)}},{{Key(Pole.Barcelona.Key, retired)}}]}
            """);
        for (var number = 2; number < 6; number++)
        {
            Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(number, renewed));
            Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(number + 10, Pole.Barcelona.Key));
        }

        Assert.Equal(2, door.Fetched.Count);
        door.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(30, renewed));
        door.Refuses(GateReason.KeyNotFound, await JudgeAsync(31, Pole.Barcelona.Key), Pole.Barcelona);
    }

    [Fact]
    public async Task A_proof_of_a_retired_key_holds_when_it_was_made_before_and_not_after()
    {
        var retired = door.Time.GetUtcNow();
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace("\"type\":\"Multikey\",", $"\"type\":\"Multikey\",\"retired\":\"{retired:yyyy-MM-dd'T'HH:mm:ss'Z'}\",", StringComparison.Ordinal));
        var before = Pole.Barcelona.Proved(Pole.Barcelona.Practice(""","kind":"practice","revision":1"""), retired.AddDays(-30));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says("Create", before), Pole.Barcelona));
        door.Time.Advance(TimeSpan.FromDays(3));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says("Create", before, "/activity/2"), Pole.Barcelona));
        var after = Pole.Barcelona.Proved(Pole.Barcelona.Practice(""","kind":"practice","revision":2"""), retired.AddDays(2));
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Barcelona.Says("Create", after, "/activity/3"), Pole.Barcelona), Pole.Barcelona);
    }

    private static string Key(RsaKeyPair key, DateTimeOffset? retired = null) =>
        $$"""{"id":"{{key.KeyId}}","owner":"{{Pole.Barcelona.Id}}","publicKeyPem":{{System.Text.Json.JsonSerializer.Serialize(key.PublicPem)}}{{(retired is null ? "" : $",\"retired\":\"{retired:yyyy-MM-dd'T'HH:mm:ss'Z'}\"")}}}""";

    private static string Hello(int number) => Pole.Barcelona.Says("Follow", $"\"{Pole.Mahdia.Id}\"", $"/activity/{number}");

    private Task<GateVerdict> JudgeAsync(int number, ISigner signer) => door.Gate.JudgeAsync(Post(number, signer));

    private IncomingActivity Post(int number, ISigner signer, Action<Dictionary<string, string>>? change = null)
    {
        var body = Encoding.UTF8.GetBytes(Hello(number));
        var headers = MessageSignatures.Sign(signer, "POST", new Uri("https://mahdia.example/inbox"), body, door.Time.GetUtcNow()).ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value);
        change?.Invoke(headers);
        return new IncomingActivity(body, new SignedMessage("POST", "/inbox", "mahdia.example", name => headers.TryGetValue(name, out var value) ? [value] : []));
    }
}
