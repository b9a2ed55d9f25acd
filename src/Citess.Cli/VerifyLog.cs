using System.Net.Http.Json;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;

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

        if (KeptLog.TryRead(await answer.Content.ReadFromJsonAsync<JsonElement>(stop)) is not { } log)
        {
            await say.WriteLineAsync("The pole answered with something that is no log.");
            return 1;
        }

        var isSound = await log.CheckAsync(say);
        var isGood = await KeysAsync(log, say, stop) && isSound;
        await say.WriteLineAsync(isGood ? $"Good: {log.Events.Count} events, each as it was said, and nothing is missing." : $"{log.Events.Count} events.");
        return isGood ? 0 : 1;
    }

    /// <summary>Asks each author's pole whether the keys are its own; of one that does not answer that cannot be said.</summary>
    private async Task<bool> KeysAsync(KeptLog log, TextWriter say, CancellationToken stop)
    {
        var isKnown = true;
        foreach (var author in log.Read().DistinctBy(each => (each.Method, each.Key)).GroupBy(each => each.Said.Author, StringComparer.Ordinal))
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
}
