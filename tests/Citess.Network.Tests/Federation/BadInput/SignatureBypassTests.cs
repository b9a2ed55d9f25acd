using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class SignatureBypassTests(BadInputPole pole)
{
    [Fact, BadInput("signature bypass")]
    public Task What_is_no_signature_is_refused_in_draft_cavage() => pole.RefusesAsync(
        [
            With("none", "signature-missing", Attacks.Without("Signature")),
            With("empty", "signature-missing", Attacks.Replace("Signature", _ => " ")),
            With("two", "signature-malformed", request => request.Headers.TryAddWithoutValidation("Signature", [.. request.Headers.GetValues("Signature")])),
            With("two in one", "signature-malformed", Attacks.Replace("Signature", value => value + "," + value)),
            With("algorithm none", "signature-malformed", Attacks.Replace("Signature", value => value.Replace("rsa-sha256", "none", StringComparison.Ordinal))),
            With("algorithm unknown", "signature-malformed", Attacks.Replace("Signature", value => value.Replace("rsa-sha256", "rsa-sha1", StringComparison.Ordinal))),
            With("algorithm with a shared secret", "signature-malformed", Attacks.Replace("Signature", value => value.Replace("rsa-sha256", "hmac-sha256", StringComparison.Ordinal))),
            With("nothing covered", "not-covered", Attacks.Replace("Signature", value => value.Replace("(request-target) host date digest", "", StringComparison.Ordinal))),
            With("only the date covered", "not-covered", Attacks.Replace("Signature", value => value.Replace("(request-target) host date digest", "date", StringComparison.Ordinal))),
            With("no coverage named", "not-covered", Attacks.Replace("Signature", value => value.Replace("headers=\"(request-target) host date digest\",", "", StringComparison.Ordinal))),
            With("junk base64", "signature-malformed", Attacks.Replace("Signature", value => value.Replace("signature=\"", "signature=\"!!", StringComparison.Ordinal))),
            With("no bytes", "signature-malformed", Attacks.Replace("Signature", value => value[..value.LastIndexOf("signature=", StringComparison.Ordinal)] + "signature=\"\"")),
            With("zeros", "signature-wrong", Attacks.Replace("Signature", value => value[..value.LastIndexOf("signature=", StringComparison.Ordinal)] + "signature=\"" + Convert.ToBase64String(new byte[256]) + "\"")),
            With("no key", "signature-malformed", Attacks.Replace("Signature", value => value[value.IndexOf(',', StringComparison.Ordinal)..].TrimStart(','))),
            With("a bearer token", "signature-missing", request => Bear(request)),
        ],
        pole.Mallory.Refetch());

    [Fact, BadInput("signature bypass")]
    public Task What_is_no_signature_is_refused_in_RFC_9421() => pole.RefusesAsync(
        [
            Modern("none", "signature-missing", request => Drop(request, "Signature", "Signature-Input")),
            Modern("input alone", "signature-missing", Attacks.Without("Signature")),
            Modern("two labels", "signature-malformed", Attacks.Replace("Signature-Input", value => value + ", x" + value)),
            Modern("another label", "signature-malformed", Attacks.Replace("Signature", value => "x" + value)),
            Modern("algorithm none", "signature-malformed", Attacks.Replace("Signature-Input", value => value.Replace("rsa-v1_5-sha256", "none", StringComparison.Ordinal))),
            Modern("algorithm with a shared secret", "signature-malformed", Attacks.Replace("Signature-Input", value => value.Replace("rsa-v1_5-sha256", "hmac-sha256", StringComparison.Ordinal))),
            Modern("algorithm of another key", "signature-wrong", Attacks.Replace("Signature-Input", value => value.Replace("rsa-v1_5-sha256", "ed25519", StringComparison.Ordinal))),
            Modern("nothing covered", "not-covered", Attacks.Replace("Signature-Input", value => value[..value.IndexOf("(", StringComparison.Ordinal)] + "()" + value[(value.IndexOf(")", StringComparison.Ordinal) + 1)..])),
            Modern("only the method covered", "not-covered", Attacks.Replace("Signature-Input", value => value.Replace(" \"@target-uri\" \"content-digest\"", "", StringComparison.Ordinal))),
            Modern("the body not covered", "not-covered", Attacks.Replace("Signature-Input", value => value.Replace(" \"content-digest\"", "", StringComparison.Ordinal))),
            Modern("junk base64", "signature-malformed", Attacks.Replace("Signature", value => value.Replace("=:", "=:!!", StringComparison.Ordinal))),
            Modern("both dialects", "signature-malformed", request => request.Headers.TryAddWithoutValidation("Signature", "keyId=\"" + pole.Mallory.Rsa.KeyId + "\",headers=\"date\",signature=\"AAAA\"")),
        ],
        pole.Mallory.Refetch());

    [Fact, BadInput("signature bypass")]
    public async Task One_byte_changed_in_the_signature_in_what_it_covers_or_in_the_body_is_refused()
    {
        var body = Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString());
        var altered = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("Tout", "Rien", StringComparison.Ordinal));
        await pole.RefusesAsync(
            [
                With("signature", "signature-wrong", Attacks.Replace("Signature", value => Flip(value, value.Length - 20))),
                With("date", "signature-wrong", Attacks.Replace("Date", _ => TimeProvider.System.GetUtcNow().AddMinutes(-3).ToString("r", System.Globalization.CultureInfo.InvariantCulture))),
                With("digest", "digest-wrong", Attacks.Replace("Digest", value => Flip(value, 12))),
                With("path", "signature-wrong", request => request.RequestUri = new Uri(pole.Actor + "/inbox")),
                With("query", "signature-wrong", request => request.RequestUri = new Uri(pole.Origin + "/inbox?a=b")),
                new("body", "401 digest-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, sent: altered)),
                new("body and digest", "401 signature-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, sent: altered, change: Attacks.Replace("Digest", _ => "SHA-256=" + Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(altered))))),
                Modern("signature, RFC 9421", "signature-wrong", Attacks.Replace("Signature", value => Flip(value, 40))),
                Modern("created", "signature-wrong", Attacks.Replace("Signature-Input", Earlier)),
                Modern("path, RFC 9421", "signature-wrong", request => request.RequestUri = new Uri(pole.Actor + "/inbox")),
                Modern("content-digest", "digest-wrong", Attacks.Replace("Content-Digest", value => Flip(value, 12))),
            ],
            pole.Mallory.Refetch());
    }

    [Fact, BadInput("signature bypass")]
    public async Task A_key_that_cannot_be_had_is_no_reason_to_let_anybody_in()
    {
        pole.Web.Resolves("silent.example", () => []);
        pole.Web.Breaks("http://broken.example/k", 500);
        await pole.RefusesAsync(
            new[] { ("http://silent.example/k", "key-unreachable"), ("http://broken.example/k", "key-unreachable"), ("http://mallory.example/no-key", "key-not-found"), ("acct:mallory@mallory.example", "key-address"), ("did:key:z6Mk", "key-address"), ("file:///etc/passwd", "key-address") }
                .Select(each => new Attack(each.Item1, "401 " + each.Item2, () => pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), RsaKeyPair.Import(each.Item1, pole.Mallory.Rsa.ExportPrivatePem())))),
            "GET http://broken.example/k", "GET http://mallory.example/no-key");
    }

    private Attack With(string what, string slug, Action<HttpRequestMessage> change) => new(what, "401 " + slug, () => pole.PostAsync(pole.Mallory.Create(), pole.Mallory, change));

    private Attack Modern(string what, string slug, Action<HttpRequestMessage> change) =>
        new(what, "401 " + slug, () => pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), pole.Mallory.Rsa, isCavage: false, change: change));

    /// <summary>The same with the last digit of the time changed.</summary>
    private static string Earlier(string input)
    {
        var last = input.IndexOf(';', input.IndexOf("created=", StringComparison.Ordinal)) - 1;
        return input[..last] + (input[last] == '0' ? '1' : '0') + input[(last + 1)..];
    }

    private static string Flip(string value, int at) => value[..at] + (value[at] == 'A' ? 'B' : 'A') + value[(at + 1)..];

    private static void Drop(HttpRequestMessage request, params string[] headers) => Assert.All(headers, header => Assert.True(request.Headers.Remove(header)));

    private static void Bear(HttpRequestMessage request)
    {
        Drop(request, "Signature");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer anything");
    }
}
