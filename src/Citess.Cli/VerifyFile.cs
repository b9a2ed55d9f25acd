using System.Text.Json;

namespace Citess.Cli;

/// <summary><c>citess verify</c> of a file: all that was said in a collaboration, as somebody kept it. Nobody is asked anything.</summary>
internal static class VerifyFile
{
    /// <summary>0 when all is good; what is not is named.</summary>
    public static async Task<int> RunAsync(string path, TextWriter say, CancellationToken stop)
    {
        if (await ReadAsync(path, stop) is not { } log)
        {
            await say.WriteLineAsync("This file is no log of a collaboration.");
            return 1;
        }

        var isGood = await log.CheckAsync(say);
        foreach (var same in log.Read().GroupBy(each => (each.Said.Author, each.Key)))
        {
            await say.WriteLineAsync($"{same.Key.Author}: {same.Count()} events with the key {same.Key.Key}.");
        }

        await say.WriteLineAsync(isGood
            ? $"Good: {log.Events.Count} events of {log.Id}, each as it was said, and none that they stand upon is missing. Nobody was asked whose keys these are."
            : $"{log.Events.Count} events of {log.Id}.");
        return isGood ? 0 : 1;
    }

    private static async Task<KeptLog?> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var json = await JsonDocument.ParseAsync(file, cancellationToken: stop);
            return KeptLog.TryRead(json.RootElement);
        }
        catch (Exception unfit) when (unfit is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
