using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Json;
using Xunit;

namespace Citess.ActivityPub.Tests.Json;

/// <summary>Our canonical form beside that of npm's <c>canonicalize</c>, byte for byte.</summary>
public sealed class CanonicalJsonOracleTests
{
    private static readonly int Documents = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 } ? 100_000 : 2_000;

    [Fact]
    public async Task Random_documents_have_the_bytes_that_npm_canonicalize_gives_them()
    {
        var seed = Environment.GetEnvironmentVariable("CITESS_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"CITESS_SEED={seed}, {Documents} documents");
        var random = new RandomJson(new Random(seed));
        var texts = Enumerable.Range(0, Documents).Select(_ => (Text: random.Next(), random.IsRefused)).ToList();
        texts.AddRange([("{\"\\ud83d\":1}", true), ("{\"\":[-0,1e21,{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3}]}", false)]);

        var theirs = await AskAsync([.. texts.Select(each => each.Text)]);

        Assert.Equal(texts.Count, theirs.Count);
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

    private static async Task<List<string>> AskAsync(IReadOnlyList<string> texts)
    {
        var folder = Path.Combine(Root(), "tests", "Citess.ActivityPub.Tests", "Oracles");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "The other program is not installed: tests/run.sh does it, or `npm ci` in tests/Citess.ActivityPub.Tests/Oracles.");
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var node = Process.Start(new ProcessStartInfo("node", ["canonicalize.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            UseShellExecute = false,
        })!;
        var problems = node.StandardError.ReadToEndAsync();
        var writing = Task.Run(async () =>
        {
            foreach (var text in texts)
            {
                await node.StandardInput.WriteAsync(text + "\n");
            }

            node.StandardInput.Close();
        });
        var answers = new List<string>(texts.Count);
        while (await node.StandardOutput.ReadLineAsync() is { } answer)
        {
            answers.Add(answer);
        }

        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await problems);
        await writing;
        return answers;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
