using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Blobs;
using Citess.Poles.Network.Repair;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Incoming;

[GrainType("inbox")]
internal sealed partial class InboxGrain(IInbox inbox, IActorCache actors, IEnumerable<IVerbHandler> handlers, IRepairTable repairs, BlobDispatcher blobs, TimeProvider clock, ILogger<InboxGrain> log) : Grain, IInboxGrain
{
    /// <summary>A letter that fails this often is set aside, so that those behind it are read.</summary>
    private const int MaxAttempts = 5;
    private const int Batch = 100;

    /// <summary>A sender that was quiet for so long may have lost a letter on the way, or we may have.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IVerbHandler> handlers = handlers
        .SelectMany(handler => handler.Verbs.Select(verb => (verb, handler)))
        .ToDictionary(each => each.verb, each => each.handler, StringComparer.Ordinal);
    private readonly Dictionary<long, int> attempts = [];
    private DateTimeOffset heard;

    public async Task<int> DrainAsync()
    {
        var sender = RecordKey.Parse(this.GetPrimaryKeyString()).Id;
        var done = 0;
        IReadOnlyList<Letter> letters;
        do
        {
            letters = await inbox.WaitingAsync(sender, Batch);
            if (letters.Count > 0)
            {
                await HearAsync(sender);
                done += await TakeAsync(letters);
            }
        }
        while (letters.Count == Batch);

        return done;
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

    private async Task<int> TakeAsync(IReadOnlyList<Letter> letters)
    {
        var taken = new List<Letter>();
        var arrivals = new List<Arrival>();
        var notes = new Dictionary<long, string>();
        try
        {
            foreach (var letter in letters)
            {
                switch (await ReadAsync(letter))
                {
                    case Outcome.Arrived arrived:
                        arrivals.Add(arrived.Arrival);
                        break;
                    case Outcome.Nothing nothing:
                        notes[letter.Number] = nothing.Reason;
                        break;
                }

                taken.Add(letter);
            }
        }
        finally
        {
            // What came before a failure is done all the same: its effects are there already.
            if (taken.Count > 0)
            {
                await inbox.DoneAsync(taken, arrivals, notes);
                if (arrivals.Find(arrival => arrival.Listing is { Blobs.IsEmpty: false }) is { Document.Origin: var origin })
                {
                    blobs.Nudge(origin);
                }
            }
        }

        return taken.Count;
    }

    private async Task<Outcome> ReadAsync(Letter letter)
    {
        try
        {
            if (await actors.FindAsync(letter.Actor, CancellationToken.None) is not { } actor)
            {
                return new Outcome.Nothing("the actor is not known any more");
            }

            return IncomingLetter.TryRead(letter, actor, out var incoming)
                ? await handlers[letter.Verb].HandleAsync(incoming, clock.GetUtcNow())
                : new Outcome.Nothing("cannot be read");
        }
        catch (RefusedException refused)
        {
            return new Outcome.Nothing(refused.Message);
        }
        catch (Exception problem)
        {
            var attempt = attempts[letter.Number] = attempts.GetValueOrDefault(letter.Number) + 1;
            LogFailed(log, problem, letter.Verb, letter.Number, attempt);
            if (attempt < MaxAttempts)
            {
                throw;
            }

            attempts.Remove(letter.Number);
            return new Outcome.Nothing("set aside after failing " + MaxAttempts + " times");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Verb} number {Number} failed, attempt {Attempt}")]
    private static partial void LogFailed(ILogger log, Exception problem, string verb, long number, int attempt);
}
