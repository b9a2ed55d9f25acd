using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Logs;

namespace Citess.Cli;

/// <summary><c>citess verify</c> of a collaboration: every hash, every proof and what each event stands upon, as the pole's database has them; then each key, by asking its pole.</summary>
internal sealed class VerifyLog(World world, OwnPole pole)
{
    private const string Path = "/collaboration/";

    /// <summary>True when this is the address of a collaboration, in whatever language its page is.</summary>
    public static bool TryRead(string address, out string origin, out string id)
    {
        (origin, id) = ("", "");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.AbsolutePath.IndexOf(Path, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return false;
        }

        (origin, id) = (uri.GetLeftPart(UriPartial.Authority), uri.AbsolutePath[(at + Path.Length)..].Trim('/'));
        return id.Length > 0;
    }

    /// <summary>0 when all is good; what is not is named.</summary>
    public async Task<int> RunAsync(string id, TextWriter say, CancellationToken stop)
    {
        using var request = await pole.RequestAsync(HttpMethod.Get, $"/api/collaborations/{id}/log", say, stop);
        if (request is null)
        {
            return 1;
        }

        using var answer = await pole.Http.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            return await OwnPole.FailAsync(answer, say, stop);
        }

        var log = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        List<KeptEvent> kept = [.. log.GetProperty("events").EnumerateArray().Select(each => new KeptEvent(each.GetProperty("hash").GetString()!, Encoding.UTF8.GetBytes(each.GetProperty("event").GetString()!)))];
        var findings = LogVerifier.Check(id, kept);
        foreach (var finding in findings)
        {
            await say.WriteLineAsync($"Not good: {finding.Hash} {Sentence(finding)}");
        }

        var isKnown = await KeysAsync(kept, say, stop);
        await say.WriteLineAsync(findings.Count == 0 && isKnown ? $"Good: {kept.Count} events, each as it was said, and nothing is missing." : $"{kept.Count} events.");
        return findings.Count == 0 && isKnown ? 0 : 1;
    }

    /// <summary>Asks each author's pole whether the keys are its own; of one that does not answer that cannot be said.</summary>
    private async Task<bool> KeysAsync(IReadOnlyList<KeptEvent> kept, TextWriter say, CancellationToken stop)
    {
        var isKnown = true;
        var read = kept.Select(each => SignedEvent.TryRead(each.Bytes, out var said) is null ? said : null).OfType<SignedEvent>();
        foreach (var author in read.DistinctBy(each => (each.Method, each.Key)).GroupBy(each => each.Said.Author, StringComparer.Ordinal))
        {
            if (await world.Documents.FetchAsync(author.Key, new FetchBudget(), token: stop) is not FetchResult.Fetched fetched || RemoteActor.TryRead(fetched.Bytes, world.Clock.GetUtcNow()) is not { } actor)
            {
                await say.WriteLineAsync($"Unconfirmed: {author.Key} does not answer; its events fit each other and its own keys in them.");
                continue;
            }

            foreach (var each in author.Where(each => actor.FaultOfProof(each.Document, world.Clock.GetUtcNow()) is not null))
            {
                isKnown = false;
                await say.WriteLineAsync($"Not good: {each.Hash} is proved by {each.Method}, which is not a key of {author.Key}.");
            }
        }

        return isKnown;
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
}
