using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Tests.Oracles;
using Xunit;

namespace Citess.ActivityPub.Tests.Json;

/// <summary>Our canonical form beside that of npm's <c>canonicalize</c>, byte for byte.</summary>
public sealed class CanonicalJsonOracleTests
{
    private static readonly int Documents = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 } ? 100_000 : 2_000;

    [Fact]
    public async Task Random_documents_have_the_bytes_that_npm_canonicalize_gives_them()
    {
        var seed = Seed.Take();
        TestContext.Current.SendDiagnosticMessage($"CITESS_SEED={seed}, {Documents} documents");
        var random = new RandomJson(new Random(seed));
        var texts = Enumerable.Range(0, Documents).Select(_ => (Text: random.Next(), random.IsRefused)).ToList();
        texts.AddRange([("{\"\\ud83d\":1}", true), ("{\"\":[-0,1e21,{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3}]}", false)]);

        var theirs = await Oracle.AskAsync("canonicalize.mjs", [.. texts.Select(each => each.Text)]);

        var refused = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var (text, isRefused) = texts[i];
            var ours = Canonical(text);
            refused += isRefused ? 1 : 0;
            Assert.True(isRefused == (ours is null), $"seed {seed}, number {i}: {text}");
            Assert.True((ours ?? "!") == theirs[i], $"seed {seed}, number {i}: {text}\nours   {ours}\ntheirs {theirs[i]}");
        }

        Assert.InRange(refused, 1, texts.Count / 5);
    }

    private static string? Canonical(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonElement.Parse(text)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
