using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class DigestsTests(BadInputPole pole)
{
    [Fact, BadInput("digests")]
    public async Task A_body_is_bound_by_one_digest_that_is_signed_and_known()
    {
        var body = Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString());
        var sha512 = Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData(body));
        byte[] altered = [.. body[..^1], (byte)' ', (byte)'}'];
        await pole.RefusesAsync(
            [
                Old("not signed", "401 not-covered", Attacks.Replace("Signature", value => value.Replace(" digest\"", "\"", StringComparison.Ordinal))),
                Old("missing", "401 digest-wrong", Attacks.Without("Digest")),
                Old("two", "401 signature-malformed", request => request.Headers.TryAddWithoutValidation("Digest", "SHA-256=AAAA")),
                Old("only sha-512", "401 digest-wrong", Attacks.Replace("Digest", _ => "SHA-512=" + sha512)),
                Old("MD5", "401 digest-wrong", Attacks.Replace("Digest", _ => "MD5=" + Convert.ToBase64String(new byte[16]))),
                Old("empty", "401 digest-wrong", Attacks.Replace("Digest", _ => "SHA-256=")),
                new("body altered", "401 digest-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, sent: altered)),
                new("body altered, RFC 9421", "401 digest-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, sent: altered)),
                new("missing, RFC 9421", "401 digest-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, change: Attacks.Without("Content-Digest"))),
                new("unknown, RFC 9421", "401 digest-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, change: Attacks.Replace("Content-Digest", value => value.Replace("sha-256", "md5", StringComparison.Ordinal)))),
                new("one of two wrong, RFC 9421", "401 digest-wrong", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, change: Attacks.Replace("Content-Digest", value => value + ", sha-512=:" + Convert.ToBase64String(new byte[64]) + ":"))),
                new("body compressed", "400 malformed-json", () => CompressedAsync(body, isSigned: true)),
                new("body compressed after it was signed", "400 malformed-json", () => CompressedAsync(body, isSigned: false)),
            ],
            pole.Mallory.Refetch());

        Attack Old(string what, string answer, Action<HttpRequestMessage> change) => new(what, answer, () => pole.PostAsync(body, pole.Mallory.Rsa, change: change));
    }

    /// <summary>Which bytes a digest is over, those sent or those meant, is what two servers in a row disagree on.</summary>
    private async Task<string> CompressedAsync(byte[] body, bool isSigned)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return await pole.PostAsync(isSigned ? compressed.ToArray() : body, pole.Mallory.Rsa, sent: compressed.ToArray(), change: request => request.Content!.Headers.ContentEncoding.Add("gzip"));
    }
}
