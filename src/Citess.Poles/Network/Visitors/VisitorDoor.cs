using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Incoming;

namespace Citess.Poles.Network.Visitors;

/// <summary>
/// What people on other software answer: let in as far as there is room, and then kept until a person here decides. What is
/// theirs they change and take back as they like.
/// </summary>
internal sealed class VisitorDoor(VisitorNotes notes, IVisitorReplies replies, IInbox inbox, IBlocks blocks, TimeProvider clock)
{
    private const string Declined = "was declined here";
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    /// <summary>Behind the gate: what becomes of a letter of somebody who is no pole; null when it is about no reply.</summary>
    public async ValueTask<Admission?> JudgeAsync(GateVerdict.Accepted letter, CancellationToken stop)
    {
        var (actor, host) = (letter.Signer.Id, letter.Signer.Origin.Authority);
        if (letter.Verb is not (Verbs.Create or Verbs.Update or Verbs.Delete) || Addresses.Of(letter.Object).FirstOrDefault() is not { } address)
        {
            return null;
        }

        if (address == actor)
        {
            return letter.Verb == Verbs.Delete && (await replies.HasAsync(actor, stop) || await IsBehindAsync(host, stop)) ? Kept(null) : null;
        }

        var reading = letter.Verb == Verbs.Delete ? new VisitorReading.Elsewhere() : await notes.ReadAsync(letter.Object, letter.Signer, clock.GetUtcNow(), stop);
        if (reading is VisitorReading.Unfit unfit)
        {
            return new Admission.Unfit(unfit.Detail);
        }

        // Of what a stranger says most is about nothing here: that asks the table only what it takes back or changes.
        if (reading is VisitorReading.Elsewhere && letter.Verb == Verbs.Create)
        {
            return null;
        }

        return (reading, await replies.RoomAsync(actor, host, address, stop)) switch
        {
            (_, { Held: VisitorStanding.Declined }) when letter.Verb != Verbs.Delete => Kept(Declined),
            (_, { Held: not null }) => Kept(null),
            (VisitorReading.Elsewhere, _) => await IsBehindAsync(host, stop) ? Kept(null) : null,
            (_, { IsThere: true }) => Kept(null),
            (_, { OfActor: >= VisitorReply.MostOfActor }) => Full("As many replies of this actor wait here as may."),
            (_, { OfHost: >= VisitorReply.MostOfHost }) => Full("As many replies from this host wait here as may."),
            _ => Full("As many replies wait here as may."),
        };
    }

    /// <summary>Behind the inbox: does it; null when it is about no reply.</summary>
    public async Task<Outcome?> TakeAsync(IncomingLetter incoming)
    {
        var (actor, verb) = (incoming.Sender.Actor, incoming.Letter.Verb);
        if (incoming.Sender.Partner.IsPole || verb is not (Verbs.Create or Verbs.Update or Verbs.Delete) || Addresses.Of(incoming.Object).FirstOrDefault() is not { } address)
        {
            return null;
        }

        if (verb == Verbs.Delete)
        {
            return (address == actor.Id ? await replies.RemoveAllAsync(actor.Id) > 0 : await replies.RemoveAsync(actor.Id, address)) ? new Outcome.Done() : null;
        }

        return await notes.ReadAsync(incoming.Object, actor, incoming.Letter.Received, CancellationToken.None) switch
        {
            // What answers something else by now, or is not for everyone any more, is not to stand here.
            VisitorReading.Elsewhere => verb == Verbs.Update && await replies.RemoveAsync(actor.Id, address) ? new Outcome.Done() : null,
            VisitorReading.Unfit unfit => new Outcome.Nothing(unfit.Detail),
            VisitorReading.Reply when (await blocks.ReadAsync()).IsBlocked(actor.Origin) => new Outcome.Nothing("its host was blocked meanwhile"),
            VisitorReading.Reply reply => await replies.KeepAsync(reply.Words) ? new Outcome.Done() : new Outcome.Nothing("as many replies wait as may"),
            _ => throw new InvalidOperationException("A note has no other reading."),
        };
    }

    /// <summary>What is taken back may have come a moment ago, and not be read yet.</summary>
    private async Task<bool> IsBehindAsync(string host, CancellationToken stop) => (await inbox.WaitingAsync(host, 1, stop)).Count > 0;

    private static Admission.Kept Kept(string? note) => new(IsPartner: false, note);

    private static Admission.Later Full(string detail) => new(IsPartner: false, Later, detail);
}
