using System.Net.Http.Json;
using System.Text.Json;

namespace Citess.Cli;

/// <summary><c>citess export</c> and <c>citess import</c>: what a pole shared as a signed file, for where no line reaches.</summary>
internal sealed class PoleFile(OwnPole pole)
{
    private const string MediaType = "application/gzip";
    private const string Path = "/api/copies/file";

    /// <summary>Writes what the pole shared behind a cursor into a file that only its owner can read; nothing is left behind when it fails.</summary>
    public async Task<int> ExportAsync(string since, string to, TextWriter say, CancellationToken stop)
    {
        using var request = await pole.RequestAsync(HttpMethod.Get, Path + "?since=" + Uri.EscapeDataString(since), say, stop);
        if (request is null)
        {
            return 1;
        }

        using var answer = await pole.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode)
        {
            return await OwnPole.FailAsync(answer, say, stop);
        }

        var part = to + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(part, options))
        {
            await answer.Content.CopyToAsync(file, stop);
        }

        File.Move(part, to, overwrite: true);
        await say.WriteLineAsync($"Written to {to}: {new FileInfo(to).Length} bytes.");
        return 0;
    }

    /// <summary>Gives a file to the pole, which verifies each line; 0 when all of it was good.</summary>
    public async Task<int> ImportAsync(string from, TextWriter say, CancellationToken stop)
    {
        if (!File.Exists(from))
        {
            await say.WriteLineAsync($"There is no file {from}.");
            return 2;
        }

        using var request = await pole.RequestAsync(HttpMethod.Post, Path, say, stop);
        if (request is null)
        {
            return 1;
        }

        request.Content = new StreamContent(File.OpenRead(from));
        request.Content.Headers.ContentType = new(MediaType);
        using var answer = await pole.Http.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            return await OwnPole.FailAsync(answer, say, stop);
        }

        var report = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        await say.WriteLineAsync($"Of {report.GetProperty("origin")}: {report.GetProperty("taken")} taken, {report.GetProperty("already")} already there, {report.GetProperty("refused")} refused.");
        if (report.TryGetProperty("others", out var others) && others.GetArrayLength() > 0)
        {
            await say.WriteLineAsync($"And of {string.Join(", ", others.EnumerateArray().Select(other => other.GetProperty("origin").GetString()))}.");
        }

        if (report.TryGetProperty("asOf", out var asOf))
        {
            await say.WriteLineAsync($"As of {asOf}.");
        }

        if (report.GetProperty("isUnconfirmed").GetBoolean())
        {
            await say.WriteLineAsync("The pole itself could not be asked whether these are its keys: unconfirmed until it answers.");
        }

        foreach (var line in report.GetProperty("lines").EnumerateArray())
        {
            await say.WriteLineAsync($"line {line.GetProperty("line")}: {line.GetProperty("reason")} {line.GetProperty("id")}".TrimEnd());
        }

        return report.GetProperty("refused").GetInt64() == 0 ? 0 : 1;
    }
}
