using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Contributions;
using Citess.Poles.Network.Incoming;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

/// <summary>A document that was not taken; <paramref name="Place"/> counts from 0 within what was given.</summary>
internal sealed record Rejected(int Place, string Id, string Reason);

/// <summary>Documents that were verified and read, and are not stored yet.</summary>
/// <param name="Owner">The actor whose proofs they have.</param>
/// <param name="IsOwnWord">True when the actor is the origin's own word.</param>
internal sealed record Verified(RemoteActor Owner, bool IsOwnWord, IReadOnlyList<Arrival> Arrived, int Already, IReadOnlyList<Rejected> Refused);

/// <summary>What came of some documents.</summary>
internal sealed record Taken(int New, int Already, IReadOnlyList<Rejected> Refused);

/// <summary>
/// Takes documents in that were pulled or came in a file, by the same rules as what is posted: the origin's own proof, the
/// same reading, the same transaction, and only a higher revision has an effect. To take the same twice changes nothing, so
/// no letter is kept of them: after a crash the source is asked again.
/// </summary>
internal sealed partial class Intake(Arrivals arrivals, Additions additions, Appending appending, IChanges changes, IInbox inbox, RemoteActors actors, IGrainFactory grains, TimeProvider clock, ILogger<Intake> log)
{
    private static readonly Dictionary<long, string> NoNotes = [];

    /// <param name="owner">The actor that is said to have signed them.</param>
    /// <param name="mayRenew">True when the actor is the origin's own word, so that it may be asked for a key that is not known yet.</param>
    public async Task<Taken> TakeAsync(RemoteActor owner, bool mayRenew, IReadOnlyList<JsonElement> documents, CancellationToken stop) =>
        await StoreAsync(await VerifyAsync(owner, mayRenew, documents, stop), stop);

    /// <inheritdoc cref="TakeAsync"/>
    public async Task<Verified> VerifyAsync(RemoteActor owner, bool mayRenew, IReadOnlyList<JsonElement> documents, CancellationToken stop)
    {
        var held = await changes.RevisionsAsync(owner.Origin.Authority, [.. documents.Select(KeyOf).OfType<string>().Distinct(StringComparer.Ordinal)], stop);
        var arrived = new List<Arrival>();
        var refused = new List<Rejected>();
        var already = 0;
        var now = clock.GetUtcNow();

        // A proof costs more than all the rest: each core takes a part.
        var verdicts = new CopyVerdict?[documents.Count];
        await Parallel.ForAsync(0, documents.Count, stop, (place, _) =>
        {
            verdicts[place] = IsHeld(documents[place], held) ? null : CopyRule.Judge(documents[place], owner, now);
            return ValueTask.CompletedTask;
        });
        if (mayRenew && verdicts.Any(IsOfUnknownKey) && await actors.RefreshAsync(owner, new FetchBudget(4), stop) is { } renewed)
        {
            owner = renewed;
            for (var place = 0; place < documents.Count; place++)
            {
                verdicts[place] = IsOfUnknownKey(verdicts[place]) ? CopyRule.Judge(documents[place], owner, now) : verdicts[place];
            }
        }

        for (var place = 0; place < documents.Count; place++)
        {
            var document = documents[place];
            switch (verdicts[place])
            {
                case null:
                    already++;
                    break;
                case CopyVerdict.Good good:
                    if (TryRead(owner, good, document, out var arrival, out var reason))
                    {
                        arrived.Add(await appending.OfAsync(arrival, stop));
                        arrived.AddRange(arrival.Document.IsPassedOn ? await additions.InsideAsync(document, stop) : []);
                    }
                    else
                    {
                        refused.Add(new(place, Text(document, "id") ?? "", reason));
                    }

                    break;
                case CopyVerdict.Refused bad:
                    refused.Add(new(place, Text(document, "id") ?? "", Sentence(bad.Fault)));
                    break;
            }
        }

        return new(owner, mayRenew, arrived, already, refused);
    }

    public async Task<Taken> StoreAsync(Verified verified, CancellationToken stop)
    {
        await inbox.DoneAsync([], verified.Arrived, NoNotes, stop);
        if (verified.IsOwnWord)
        {
            await IntroduceAsync(verified.Owner, verified.Arrived);
        }

        return new(verified.Arrived.Count, verified.Already, verified.Refused);
    }

    private bool TryRead(RemoteActor owner, CopyVerdict.Good good, JsonElement document, [NotNullWhen(true)] out Arrival? arrival, [NotNullWhen(false)] out string? reason)
    {
        try
        {
            return arrivals.TryRead(owner.Origin.Authority, owner.Id, good.Document, document.GetRawText(), good.IsRemoval, out arrival, out reason);
        }
        catch (Exception problem)
        {
            // One that no rule foresaw must not keep back all that stands behind it.
            LogUnread(log, problem, good.Document.Id!);
            (arrival, reason) = (null, Arrivals.Unknown);
            return false;
        }
    }

    /// <summary>A pole that says something new of itself is shown so among the partners.</summary>
    private async Task IntroduceAsync(RemoteActor owner, IReadOnlyList<Arrival> arrived)
    {
        if (arrived.LastOrDefault(each => each.Listing is null && !each.Document.IsTombstone) is { } self
            && Ap.Read<Actor>(JsonElement.Parse(self.Document.Json)) is { Id: not null, Inbox: not null } actor && actor.Id == owner.Id)
        {
            var partner = PartnerActor.Of(actor);
            await grains.GetGrain<IPartnerGrain>(partner.Key.ToString()).OnUpdateAsync(partner);
        }
    }

    private static bool IsOfUnknownKey(CopyVerdict? verdict) => verdict is CopyVerdict.Refused { Fault: CopyFault.KeyUnknown };

    private static bool IsHeld(JsonElement document, IReadOnlyDictionary<string, int> held) => KeyOf(document) is { } key && held.TryGetValue(key, out var revision) && Revision(document) <= revision;

    private static string? KeyOf(JsonElement document) => CopyRule.AboutOf(document) is { } id && ForeignKey.TryParse(id, out var key) ? key.ToString() : null;

    private static int Revision(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty("revision", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var revision) ? revision : int.MaxValue;

    private static string? Text(JsonElement document, string name) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Sentence(CopyFault fault) => fault switch
    {
        CopyFault.Unfit => "it is no record with an id, a kind and a revision",
        CopyFault.WireUnknown => "it is of another version of the wire than is known here",
        CopyFault.NotOwner => "it is not this pole's own",
        CopyFault.ProofMissing => "it has no proof, or several",
        CopyFault.KeyUnknown => "its proof names a key that the pole does not list",
        CopyFault.ProofWrong => "its proof does not hold: it was altered",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Id} could not be read, and is passed over")]
    private static partial void LogUnread(ILogger log, Exception problem, string id);
}
