using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Logs;

namespace Citess.Cli;

/// <summary>A whole log as a pole gives it, by its API or as a file: the id, and each event word for word under its hash.</summary>
internal sealed record KeptLog(string Id, IReadOnlyList<KeptEvent> Events)
{
    /// <summary>Null when it is none.</summary>
    public static KeptLog? TryRead(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && Text(root, "id") is { } id && root.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array
        && events.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Object && Text(each, "hash") is not null && Text(each, "event") is not null)
            ? new(id, [.. events.EnumerateArray().Select(each => new KeptEvent(Text(each, "hash")!, Encoding.UTF8.GetBytes(Text(each, "event")!)))])
            : null;

    /// <summary>Those that can be read, whatever else is wrong with them.</summary>
    public IEnumerable<SignedEvent> Read() => Events.Select(each => SignedEvent.TryRead(each.Bytes, out var said) is null ? said : null).OfType<SignedEvent>();

    /// <summary>Says what is wrong, event by event; true when nothing is.</summary>
    public async Task<bool> CheckAsync(TextWriter say)
    {
        var findings = LogVerifier.Check(Id, Events);
        foreach (var finding in findings)
        {
            await say.WriteLineAsync($"Not good: {finding.Hash} {Sentence(finding)}");
        }

        return findings.Count == 0;
    }

    private static string Sentence(LogFinding finding) => finding.Fault switch
    {
        LogFault.Altered => $"was altered ({finding.About}).",
        LogFault.Missing => $"is missing; {finding.About} stands upon it.",
        LogFault.Forked => $"is one of two under the same number, {finding.About}.",
        LogFault.OutOfTurn => $"does not go on from what its author said last, {finding.About}.",
        LogFault.KeyDiffers => $"brings another key under the same address, {finding.About}.",
        _ => $"belongs to another collaboration, {finding.About}.",
    };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
