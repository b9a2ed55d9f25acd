using System.Diagnostics;
using System.Text.Json;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Rules;

/// <summary>npm's <c>activitypub-testing</c>, run as a program of its own: one rule at a time.</summary>
internal static class Rulebook
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Schema.Folder, "..", "..", "tests", "Citess.Network.Tests", "Rules", "node"));

    /// <summary>The names of all rules that it has.</summary>
    public static async Task<IReadOnlyList<string>> RulesAsync() =>
        [.. (await RunAsync("get", "tests", "--output=json")).GetProperty("items").EnumerateArray().Select(rule => rule.GetProperty("slug").GetString()!)];

    /// <summary>What it says of one, and why where it says so.</summary>
    public static async Task<(string Outcome, string Info)> JudgeAsync(string rule, string actorAddress, JsonElement actor)
    {
        // Each rule takes the actor under the name that it has for it.
        var judged = await RunAsync("run", "test", "--slug=" + rule, "--input.id=" + actorAddress, "--input.actor=" + actor.GetRawText(), "--input.object=" + actor.GetRawText(), "--input.time=T10S");
        var result = judged.GetProperty("result");
        return (result.GetProperty("outcome").GetString()!, result.TryGetProperty("info", out var info) ? info.GetString()! : "");
    }

    private static async Task<JsonElement> RunAsync(params string[] command)
    {
        var program = Path.Combine(Folder, "node_modules", "activitypub-testing", "src", "cli.js");
        Assert.True(File.Exists(program), "The rules are not installed: tests/run.sh --all does it, or `npm ci` in tests/Citess.Network.Tests/Rules/node.");
        using var node = Process.Start(new ProcessStartInfo("node", [program, .. command]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var texts = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(texts[0].Length > 0, texts[1]);
        return JsonElement.Parse(texts[0]);
    }
}
