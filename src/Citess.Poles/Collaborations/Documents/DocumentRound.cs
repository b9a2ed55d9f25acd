using System.Collections.Concurrent;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Collaborations.Documents;

/// <summary>
/// Fetches the documents that a collaboration names: from whoever named them, else from any other partner. Which are lacking
/// stands in a table, so that nothing is lost with a process.
/// </summary>
internal sealed partial class DocumentRound(
    ICollaborationFiles files, CollaborationBook book, BlobFetcher fetcher, Pole pole, SafeHttpOptions http, TimeProvider clock, ILogger<DocumentRound> log) : Dispatcher(clock, log)
{
    /// <summary>Partners asked for one document in one turn.</summary>
    private const int MaxAsked = 4;

    private static readonly TimeSpan MostOfATurn = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, TimeSpan Pause)> due = new(StringComparer.Ordinal);

    // On one machine poles are looked at as they meet.
    private readonly TimeSpan first = http.AllowPrivateAddresses ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(20);

    protected override async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        return [.. (await files.WantingAsync(stop)).Where(id => !due.TryGetValue(id, out var next) || next.At <= now)];
    }

    protected override async Task DoAsync(string name)
    {
        // Whoever is only invited may yet decline: nothing is fetched for it.
        if ((await book.ReadAsync(name)).State is not { } state || !state.Membership.HasJoined(pole.ActorAddress))
        {
            Later(name);
            return;
        }

        var documents = CollaborationDocument.Of(state).ToLookup(each => each.Version.Text, each => each.Version.Author, StringComparer.Ordinal);
        var (silent, until, isWhole) = (new HashSet<string>(StringComparer.Ordinal), Clock.GetUtcNow() + MostOfATurn, true);
        foreach (var file in await files.WantedAsync(name))
        {
            isWhole &= Clock.GetUtcNow() < until && await TakeAsync(name, file, Sources(state, documents[file.Hash]), silent);
        }

        if (isWhole)
        {
            due.TryRemove(name, out _);
        }
        else
        {
            Later(name);
        }
    }

    private void Later(string name)
    {
        var pause = due.TryGetValue(name, out var last) ? last.Pause * 2 : first;
        pause = pause < Longest ? pause : Longest;
        due[name] = (Clock.GetUtcNow() + pause, pause);
    }

    /// <summary>Whoever named it has it; all others may.</summary>
    private IEnumerable<string> Sources(Collaboration state, IEnumerable<string> authors)
    {
        string[] others = [.. state.Membership.Members.Where(each => each.Taking == Taking.Joined).Select(each => each.Actor).Except(authors, StringComparer.Ordinal)];
        Random.Shared.Shuffle(others);
        return authors.Concat(others).Where(actor => actor != pole.ActorAddress).Take(MaxAsked);
    }

    private async Task<bool> TakeAsync(string id, NamedFile file, IEnumerable<string> sources, HashSet<string> silent)
    {
        foreach (var source in sources.Select(actor => Origin.TryParse(actor, allowHttp: true, out var parsed) ? parsed.Url : null).OfType<string>().Where(source => !silent.Contains(source)))
        {
            switch (await fetcher.FetchAsync(source + BlobTerms.Path + file.Hash, Convert.FromHexString(file.Hash), size: null, file.MediaType, new FetchBudget(4), pole.PoleSigner))
            {
                case FetchResult.Fetched fetched when fetched.Bytes.Length <= BlobLink.MaxBytes && BlobLink.IsOfType(file.MediaType, fetched.Bytes):
                    await files.KeepAsync(id, new(file.Hash, file.MediaType, fetched.Bytes));
                    return true;
                case FetchResult.Unreachable:
                    silent.Add(source);
                    break;
                case var refused:
                    LogRefused(log, file.Hash, source, refused is FetchResult.Refused { Fault: var fault } ? fault.ToString() : "other bytes than its type");
                    break;
            }
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The document {Hash} is not to be had from {Source}: {Reason}")]
    private static partial void LogRefused(ILogger log, string hash, string source, string reason);
}
