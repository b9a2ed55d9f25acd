using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network;

namespace Citess.Poles.Collaborations;

/// <summary>Its state is the table of events; here is only what waits, which whoever has it gives again.</summary>
[GrainType("collaboration")]
internal sealed class CollaborationGrain(
    CollaborationBook book, ICollaborationEvents events, AuthorKeys keys, DocumentRound documents, Press press, Publisher publisher, Recovering recovering, Pole pole, TimeProvider clock) : Grain, ICollaborationGrain
{
    /// <summary>What waits beyond this is given again when its turn comes.</summary>
    public const int MaxWaiting = 1000;

    /// <summary>A pole that begins more, and is not answered, is not listened to.</summary>
    public const int MaxBegun = 50;

    private Dictionary<string, SignedEvent> waiting = new(StringComparer.Ordinal);

    private string Log => RecordKey.Parse(this.GetPrimaryKeyString()).Id;

    public async Task<string> BeginAsync(EventCommand command)
    {
        recovering.Check();
        if (await events.FindAsync(AddressOf(command)) is { } repeated)
        {
            return repeated.Hash;
        }

        var first = Prove(command, HeldCollaboration.Nothing(""), PartnerRoles.Host, seen: null);
        var state = Collaboration.Of(first.Hash, [first]) ?? throw Refused(Reasons.Form);
        await AddAsync(first, state);
        return first.Hash;
    }

    public async Task<string> SayAsync(EventCommand command)
    {
        recovering.Check();
        if (await events.FindAsync(AddressOf(command)) is { } repeated)
        {
            return repeated.Hash;
        }

        var held = await book.ReadAsync(Log);
        if (held.State is not { } seen)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such collaboration.");
        }

        // Upon a log in which something is missing, our next word would be a second one under its number.
        if (held.Damaged.Length > 0 || seen.Missing.Length > 0)
        {
            throw new RefusedException(Refusal.Conflict, "The log of this collaboration was altered in the database of this pole. Restore it from a backup.", new FieldProblem("", "collab.reason.damaged"));
        }

        var said = Prove(command, held, seen.Membership.RoleOf(pole.ActorAddress) ?? PartnerRoles.Partner, seen);
        var next = Collaboration.Of(Log, held.Events.Values.Append(said))!;
        if (next.Events.First(each => each.Event.Hash == said.Hash).Reason is { } reason)
        {
            throw Refused(reason);
        }

        await AddAsync(said, next);
        return said.Hash;
    }

    public async Task<TakenEvents> TakeAsync(ImmutableArray<string> bodies)
    {
        var held = await book.ReadAsync(Log);
        var open = waiting.Where(each => !held.Events.ContainsKey(each.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var body in bodies)
        {
            if (SignedEvent.TryRead(Encoding.UTF8.GetBytes(body), out var said) is null && said.Log == Log && !held.Events.ContainsKey(said.Hash))
            {
                open[said.Hash] = said;
            }
        }

        var (whole, taken) = await ReadyAsync(held, open);
        var files = whole is null ? null : FilesOf(whole, taken);
        var added = taken.Count == 0 ? 0 : await events.AddAsync(taken, [], files);
        if (files is not null)
        {
            documents.Nudge(Log);
        }

        // What came last stays: else whoever sends a thousand that lead nowhere would keep all others out.
        waiting = open.Values.ExceptBy(taken.Select(each => each.Hash), each => each.Hash).TakeLast(MaxWaiting).ToDictionary(each => each.Hash, StringComparer.Ordinal);
        return new(added, waiting.Count);
    }

    /// <summary>
    /// What stands upon events that are here, by authors whose keys are confirmed, in a collaboration that this pole was
    /// invited to. An event of somebody who was never invited, as its own author could see, is kept by nobody.
    /// </summary>
    private async Task<(Collaboration? Whole, IReadOnlyList<SignedEvent> Taken)> ReadyAsync(HeldCollaboration held, Dictionary<string, SignedEvent> open)
    {
        var confirmed = await keys.ConfirmedAsync(open.Values, held.Events.Values);
        if (confirmed.Count == 0 || Collaboration.Of(Log, held.Events.Values.Concat(confirmed)) is not { } whole)
        {
            return (null, []);
        }

        var strangers = whole.Events.Where(each => each.Reason == Reasons.NotInvited).Select(each => each.Event.Hash).ToHashSet(StringComparer.Ordinal);
        if (strangers.Count > 0)
        {
            strangers.ToList().ForEach(stranger => open.Remove(stranger));
            whole = Collaboration.Of(Log, held.Events.Values.Concat(confirmed).Where(each => !strangers.Contains(each.Hash)));
        }

        return whole?.Membership[pole.ActorAddress] is null || (held.Events.IsEmpty && await events.BegunByAsync(whole.Events[0].Event.Said.Author) >= MaxBegun) ? (null, [])
            : (whole, [.. whole.Events.Select(each => each.Event).Where(each => !held.Events.ContainsKey(each.Hash) && !held.Damaged.Contains(each.Hash))]);
    }

    /// <summary>Null when nothing is said of documents: then they are the same as before.</summary>
    private IReadOnlyList<NamedFile>? FilesOf(Collaboration next, IEnumerable<SignedEvent> added) =>
        added.Any(each => each.Said.Type == EventTypes.Document) ? CollaborationDocument.Named(next, pole.ActorAddress) : null;

    private SignedEvent Prove(EventCommand command, HeldCollaboration held, string role, Collaboration? seen)
    {
        var last = seen?.LastOf(pole.ActorAddress);
        try
        {
            return SignedEvent.Prove(
                new()
                {
                    Id = AddressOf(command),
                    Author = pole.ActorAddress,
                    Log = seen is null ? null : held.Id,
                    Heads = [.. seen?.Heads.Take(SignedEvent.MaxHeads) ?? []],
                    Number = (last?.Said.Number ?? 0) + 1,
                    Previous = last?.Hash,
                    Person = command.By,
                    Role = role,
                    Time = clock.GetUtcNow(),
                    Type = command.Says,
                    Payload = JsonElement.Parse(command.Payload),
                },
                pole.PoleEd25519,
                clock.GetUtcNow());
        }
        catch (Exception unfit) when (unfit is ArgumentException or JsonException)
        {
            throw Refused(Reasons.Form);
        }
    }

    /// <summary>The event, and a word to each other partner that this pole is connected with, in one transaction; the others ask for it.</summary>
    private async Task AddAsync(SignedEvent said, Collaboration next)
    {
        var told = new List<OutboxEntry>();
        pole.TryOwn(said.Said.Id, out var key);
        foreach (var member in next.Membership.Members.Where(each => each.Actor != pole.ActorAddress && each.Taking is Taking.Invited or Taking.Joined))
        {
            if (new Uri(member.Actor).Authority is var relation && await GrainFactory.GetGrain<IPartnerGrain>("partner/" + relation).ReadAsync() is { IsSending: true })
            {
                told.Add(new() { Id = $"{key}/{relation}", Key = key.ToString(), Sharing = press.Tell(Verbs.Create, said.Document, key, revision: 1, relation, member.Actor) });
            }
        }

        if (await events.AddAsync([said], told, FilesOf(next, [said])) == 0)
        {
            throw new RefusedException(Refusal.Busy, "This collaboration has as many events as one may have.");
        }

        publisher.Nudge();
        if (said.Said.Type == EventTypes.Join)
        {
            documents.Nudge(Log);
        }
    }

    private string AddressOf(EventCommand command) => pole.Address(RecordKey.Parse(SignedEvent.Kind + "/" + command.Id));

    private static RefusedException Refused(string reason) => new(Refusal.Invalid, $"This does not count here: {reason}.", new FieldProblem("", "collab.reason." + reason));
}
