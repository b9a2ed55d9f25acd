using System.Diagnostics;
using System.Text;
using Xunit;

namespace Citess.ActivityPub.Tests.Oracles;

/// <summary>Other people's programs, run by Node: a line in for a line out.</summary>
internal static class Oracle
{
    /// <param name="script">A file of this folder.</param>
    /// <param name="questions">None of them may hold a line break.</param>
    public static async Task<List<string>> AskAsync(string script, IReadOnlyList<string> questions)
    {
        var folder = Path.Combine(Root, "tests", "Citess.ActivityPub.Tests", "Oracles");
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules")) && File.GetLastWriteTimeUtc(Path.Combine(folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")),
            "The other programs are not installed as the lock file says: tests/run.sh does it, or `npm ci` in tests/Citess.ActivityPub.Tests/Oracles.");
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var node = Process.Start(new ProcessStartInfo("node", [script])
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
        var writing = WriteAsync(node.StandardInput, questions);
        var answers = new List<string>(questions.Count);
        while (await node.StandardOutput.ReadLineAsync() is { } answer)
        {
            answers.Add(answer);
        }

        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await problems);
        await writing;
        Assert.Equal(questions.Count, answers.Count);
        return answers;
    }

    public static string Root { get; } = FindRoot();

    private static async Task WriteAsync(StreamWriter input, IReadOnlyList<string> questions)
    {
        await Task.Yield();
        foreach (var question in questions)
        {
            await input.WriteAsync(question + "\n");
        }

        input.Close();
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
