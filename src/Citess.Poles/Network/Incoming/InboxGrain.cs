using System.Runtime.ExceptionServices;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Blobs;
using Citess.Poles.Network.Repair;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Incoming;

[GrainType("inbox")]
internal sealed partial class InboxGrain(IInbox inbox, IActorCache cache, RemoteActors actors, IEnumerable<IVerbHandler> handlers, IRepairTable repairs, BlobDispatcher blobs, TimeProvider clock, ILogger<InboxGrain> log) : Grain, IInboxGrain
{
    private const int Batch = 100;
    private const string Lost = "set aside after failing for ten minutes";

    // Shorter than Orleans waits for a call.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A sender that was quiet for so long may have lost a letter on the way, or we may have.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IVerbHandler> handlers = handlers
        .SelectMany(handler => handler.Verbs.Select(verb => (verb, handler)))
        .ToDictionary(each => each.verb, each => each.handler, StringComparer.Ordinal);
    private readonly FailedLetters failed = new(inbox, clock);
    private DateTimeOffset heard;

    public async Task<bool> DrainAsync()
    {
        var sender = RecordKey.Parse(this.GetPrimaryKeyString()).Id;
        var start = clock.GetTimestamp();
        while (true)
        {
            var letters = await inbox.WaitingAsync(sender, Batch);
            if (letters.Count > 0)
            {
                await HearAsync(sender);
                await TakeAsync(letters);
            }

            if (letters.Count < Batch || clock.GetElapsedTime(start) > Longest)
            {
                return letters.Count == Batch;
            }
        }
    }

    private async Task HearAsync(string sender)
    {
        var now = clock.GetUtcNow();
        if (now - heard > Silence)
        {
            await repairs.HeardAsync(sender, now + Settling, now - Silence);
        }

        heard = now;
    }

    private async Task TakeAsync(IReadOnlyList<Letter> letters)
    {
        var senders = new Correspondents(cache, actors, GrainFactory);
        var taken = new List<Taken>();
        ExceptionDispatchInfo? fault = null;
        foreach (var letter in letters)
        {
            try
            {
                taken.Add(new(letter, await ReadAsync(letter, senders)));
            }
            catch (Exception problem)
            {
                // What came before it is done all the same: its effects are there already.
                fault = ExceptionDispatchInfo.Capture(problem);
                break;
            }
        }

        await DoneAsync(taken);
        fault?.Throw();
    }

    private async Task<Outcome> ReadAsync(Letter letter, Correspondents senders)
    {
        try
        {
            return IncomingLetter.TryRead(letter, await senders.FindAsync(letter.Actor), out var incoming)
                ? await HandleAsync(incoming, senders)
                : new Outcome.Nothing("cannot be read");
        }
        catch (RefusedException refused) when (!failed.IsOfAll(refused))
        {
            return new Outcome.Nothing(refused.Message);
        }
        catch (Exception problem) when (SetAside(letter, problem))
        {
            return new Outcome.Nothing(Lost);
        }
    }

    private async Task<Outcome> HandleAsync(IncomingLetter incoming, Correspondents senders)
    {
        var outcome = await handlers[incoming.Letter.Verb].HandleAsync(incoming, clock.GetUtcNow());
        if (outcome is not Outcome.Arrived)
        {
            senders.Forget(incoming.Letter.Actor);
        }

        return outcome;
    }

    /// <summary>All together; when that fails, one by one, so that the fault finds its owner.</summary>
    private async Task DoneAsync(IReadOnlyList<Taken> taken)
    {
        try
        {
            await StoreAsync(taken);
        }
        catch (Exception problem) when (taken.Count > 1 && !failed.IsOfAll(problem))
        {
            foreach (var one in taken)
            {
                await DoneAsync([one]);
            }
        }
        catch (Exception problem) when (taken.Count == 1 && SetAside(taken[0].Letter, problem))
        {
            await StoreAsync([taken[0] with { Outcome = new Outcome.Nothing(Lost) }]);
        }
    }

    private async Task StoreAsync(IReadOnlyList<Taken> taken)
    {
        if (taken.Count == 0)
        {
            return;
        }

        await inbox.DoneAsync(
            [.. taken.Select(one => one.Letter)],
            [.. taken.Select(one => one.Outcome).OfType<Outcome.Arrived>().SelectMany(arrived => arrived.Also.Prepend(arrived.Arrival))],
            taken.Where(one => one.Outcome is Outcome.Nothing).ToDictionary(one => one.Letter.Number, one => ((Outcome.Nothing)one.Outcome).Reason));
        failed.Forget(taken.Select(one => one.Letter.Number));
        if (taken.Select(one => one.Outcome).OfType<Outcome.Arrived>().FirstOrDefault(arrived => arrived.Arrival.Listing is { Blobs.IsEmpty: false }) is { } named)
        {
            blobs.Nudge(named.Arrival.Document.Origin);
        }
    }

    private bool SetAside(Letter letter, Exception problem)
    {
        var isLost = failed.IsLost(letter.Number, problem);
        LogFailed(log, problem, letter.Verb, letter.Number, isLost ? "it is set aside" : "it is tried again");
        return isLost;
    }

    private sealed record Taken(Letter Letter, Outcome Outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Verb} number {Number} failed; {Outcome}")]
    private static partial void LogFailed(ILogger log, Exception problem, string verb, long number, string outcome);
}
