using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Quirks;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Inbox;

/// <summary>Step 9: whether what an activity is about is its actor's to speak of, verb by verb (FEP-fe34).</summary>
internal sealed class Ownership(RemoteActors actors, GatePorts ports, SafeHttpOptions http, TimeProvider time)
{
    private readonly ProofRule proofs = new(actors, time);
    private readonly FollowRule follows = new(ports.Own);

    /// <summary>Of the object that the activity names <paramref name="held"/> is known.</summary>
    public async Task<Judgement> JudgeAsync(Claim claim, RemoteActor signer, Holding held, FetchBudget budget, CancellationToken token)
    {
        var (refusal, speaker) = await proofs.CheckAsync(claim.Root, signer, isDue: false, budget, token);
        if (refusal is not null)
        {
            return Judgement.No(refusal);
        }

        if (claim.Object is not { } about)
        {
            return Judgement.No(GateReason.ObjectUnfit, "The activity must have one object.");
        }

        return claim.Verb switch
        {
            Verbs.Create or Verbs.Update => await SharedAsync(claim, about, speaker, held, budget, token),
            Verbs.Delete => await WithdrawnAsync(claim, about, speaker, held, budget, token),
            Verbs.Remove => await RemovedAsync(claim, about, speaker, held, token),
            Verbs.Add => Added(claim, about, speaker),
            Verbs.Offer when ValueflowsNames.Short(about) is var agreement && IsAgreement(agreement) => await AgreedAsync(claim, agreement, speaker, token),
            Verbs.Offer => await OfferedAsync(claim, about, speaker, held, token),
            Verbs.Follow => Judgement.Of(await follows.FollowAsync(claim, token), about, speaker),
            Verbs.Undo => Judgement.Of(await follows.UndoAsync(claim, about, token), about, speaker),
            Verbs.Accept or Verbs.Reject => Judgement.Of(await follows.AnswerAsync(claim, about, token), about, speaker),
            _ => Judgement.No(GateReason.VerbNotSpoken, "This server does not speak that verb."),
        };
    }

    private async Task<Judgement> SharedAsync(Claim claim, JsonElement about, RemoteActor signer, Holding held, FetchBudget budget, CancellationToken token)
    {
        var isFetched = about.ValueKind == JsonValueKind.String && Origin.Same(about.GetString(), signer.Id);
        if (isFetched)
        {
            // Some servers send only the address; what is there is judged like what would have been embedded.
            switch (await actors.FetchObjectAsync(about.GetString()!, budget, token))
            {
                case FetchResult.Fetched fetched:
                    about = fetched.Root;
                    break;
                case FetchResult.Refused:
                    return Judgement.No(GateReason.ObjectUnfit, "There is no object at its address that can be taken from there.");
                default:
                    return Judgement.No(GateReason.ObjectUnreachable, "The object could not be fetched from its address.");
            }
        }

        if (await OwnerAsync(about, signer, held, token) is { } refusal)
        {
            return Judgement.No(refusal);
        }

        if (about.ValueKind != JsonValueKind.Object || One.Text(about, "type") is not { } type || type == "Tombstone")
        {
            return Judgement.No(GateReason.ObjectUnfit, "Create and Update carry a whole object with one type.");
        }

        if (claim.Verb == Verbs.Create && Kinds.IsActor(about))
        {
            return Judgement.No(GateReason.ObjectUnfit, "An actor is not created by an activity.");
        }

        return await ProvedAsync(about, signer, budget, token) with { IsFetched = isFetched };
    }

    private async Task<Judgement> WithdrawnAsync(Claim claim, JsonElement about, RemoteActor signer, Holding held, FetchBudget budget, CancellationToken token)
    {
        if (await OwnerAsync(about, signer, held, token) is { } refusal)
        {
            return Judgement.No(refusal);
        }

        // An account that ends says so by its bare address, on most software.
        if (about.ValueKind == JsonValueKind.String && about.GetString() == claim.Actor)
        {
            return Judgement.Of(null, about, signer);
        }

        return about.ValueKind == JsonValueKind.Object && One.Text(about, "type") == "Tombstone"
            ? await ProvedAsync(about, signer, budget, token)
            : Judgement.No(GateReason.ObjectUnfit, "Delete carries the Tombstone of what is withdrawn.");
    }

    /// <summary>The object itself does not come along, so that the activity must stand for itself: with a revision, and a proof of its own, which holds if it is there.</summary>
    private async Task<Judgement> RemovedAsync(Claim claim, JsonElement about, RemoteActor signer, Holding held, CancellationToken token) =>
        await OwnerAsync(about, signer, held, token) is { } refusal ? Judgement.No(refusal)
        : about.ValueKind != JsonValueKind.String || about.GetString() == claim.Actor || One.Number(claim.Root, "revision") is not > 0
            ? Judgement.No(GateReason.ObjectUnfit, "Remove carries the address of one record and its revision.")
        : Judgement.Of(One.Has(claim.Root, "proof") ? null : ProofRule.Missing, about, signer);

    /// <summary>
    /// What somebody else said, in a collection of the actor's own, FEP-400e. The activity stands for itself; what is in it is
    /// judged apart, by the proof of whoever said it.
    /// </summary>
    private static Judgement Added(Claim claim, JsonElement about, RemoteActor signer) =>
        One.Address(claim.Root, "attributedTo") != signer.Id || !One.Has(claim.Root, "kind") || One.Number(claim.Root, "revision") is not > 0
        || !Origin.Same(One.Address(claim.Root, "target"), signer.Id) || !Origin.Same(One.Address(claim.Root, CopyRule.Added), signer.Id) || about.ValueKind != JsonValueKind.Object || !One.Has(about, "proof")
            ? Judgement.No(GateReason.ObjectUnfit, "Add carries a whole signed object for a collection of the actor, and its own revision.")
        : !WireVersion.IsKnown(claim.Root) ? Judgement.No(GateReason.WireUnknown, $"The activity is of another version of the wire than {WireVersion.Current}.")
        : Judgement.Of(One.Has(claim.Root, "proof") ? null : ProofRule.Missing, about, signer);

    /// <summary>Something for one actor of ours, by its address alone: what it is stays where it is until that actor asks, and the offer stands for itself.</summary>
    private async Task<Judgement> OfferedAsync(Claim claim, JsonElement about, RemoteActor signer, Holding held, CancellationToken token) =>
        await OwnerAsync(about, signer, held, token) is { } refusal ? Judgement.No(refusal)
        : about.ValueKind != JsonValueKind.String || about.GetString() == claim.Actor
            ? Judgement.No(GateReason.ObjectUnfit, "Offer carries the address of one thing, and nothing of what it says.")
        : One.Has(claim.Root, "cc") || One.Address(claim.Root, "to") is not { } addressee || !await ports.Own.HasAsync(addressee, token)
            ? Judgement.No(GateReason.NotOurs, "An Offer is to one actor of this server and to nobody else.")
        : Judgement.Of(One.Has(claim.Root, "proof") ? null : ProofRule.Missing, about, signer);

    /// <summary>
    /// An agreement that is proposed, FEP-0837: it has no id yet, or one of the actor's, satisfies something of ours, and is for one
    /// actor of ours alone. Other software proves nothing, so that a proof is not asked for.
    /// </summary>
    private async Task<Judgement> AgreedAsync(Claim claim, JsonElement about, RemoteActor signer, CancellationToken token) =>
        (One.Has(about, "id") && !Origin.Same(One.Text(about, "id"), signer.Id)) || (One.Has(about, "attributedTo") && One.Address(about, "attributedTo") != signer.Id)
            ? Judgement.No(GateReason.NotOwner, "The object is not the actor's own.")
        : One.Value(about, "stipulates") is not { } commitment || One.Text(commitment, "type") is not "Commitment" || One.Address(commitment, "satisfies") is not { } intent || !Ids.Fit(intent)
            ? Judgement.No(GateReason.ObjectUnfit, "An Agreement stipulates one Commitment that satisfies an intent.")
        : One.Has(claim.Root, "cc") || One.Address(claim.Root, "to") is not { } addressee || !await ports.Own.HasAsync(addressee, token)
            || !Origin.TryParse(intent, http.AllowHttp, out var origin) || origin != ports.Own.Origin
            ? Judgement.No(GateReason.NotOurs, "An Offer is to one actor of this server and to nobody else, about an intent of this server.")
        : Judgement.Of(null, about, signer);

    private static bool IsAgreement(JsonElement about) => about.ValueKind == JsonValueKind.Object && One.Text(about, "type") == "Agreement";

    private async Task<GateVerdict.Refused?> OwnerAsync(JsonElement about, RemoteActor signer, Holding held, CancellationToken token)
    {
        var id = One.Address(about);
        if (!Ids.Fit(id) || !Origin.TryParse(id, http.AllowHttp, out var origin))
        {
            return new(GateReason.ObjectUnfit, "The object must have an id that is an absolute address.");
        }

        // Another actor of the same host passes all of this: what is known here decides.
        return origin == signer.Origin && IsAttributed(about, id, signer) && (!Kinds.IsActor(about) || id == signer.Id) && await HolderAsync(id, held, token) is var owner && (owner is null || owner == signer.Id)
            ? null : new(GateReason.NotOwner, "The object is not the actor's own.");
    }

    /// <summary>What says its kind says whose it is too: it travels on without the activity that first carried it.</summary>
    private static bool IsAttributed(JsonElement about, string id, RemoteActor signer) =>
        about.ValueKind != JsonValueKind.Object
        || (One.Has(about, "attributedTo") ? One.Address(about, "attributedTo") == signer.Id : id == signer.Id || !One.Has(about, "kind"));

    private async ValueTask<string?> HolderAsync(string id, Holding held, CancellationToken token) =>
        id == held.Id ? held.Owner : (await ports.Held.RecallAsync("", "", id, token)).Owner;

    // Our kinds travel further than their first hop, so they must be able to stand for themselves.
    private async Task<Judgement> ProvedAsync(JsonElement about, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        var isOfOurs = One.Has(about, "kind");
        if (isOfOurs && !WireVersion.IsKnown(about))
        {
            return Judgement.No(GateReason.WireUnknown, $"The object is of another version of the wire than {WireVersion.Current}.");
        }

        var (refusal, speaker) = await proofs.CheckAsync(about, signer, isOfOurs, budget, token);
        return Judgement.Of(refusal, about, speaker);
    }
}

/// <summary>Who owns what is held under an id; nobody when nothing is.</summary>
internal readonly record struct Holding(string? Id, string? Owner);

/// <summary>What step 9 found.</summary>
internal sealed record Judgement(GateVerdict.Refused? Refusal, JsonElement Object, RemoteActor Signer)
{
    public bool IsFetched { get; init; }

    public static Judgement No(GateVerdict.Refused refusal) => new(refusal, default, null!);

    public static Judgement No(GateReason reason, string detail) => No(new GateVerdict.Refused(reason, detail));

    public static Judgement Of(GateVerdict.Refused? refusal, JsonElement about, RemoteActor signer) => new(refusal, about, signer);
}

/// <summary>What an object is, by more than the type it gives itself.</summary>
internal static class Kinds
{
    public static bool IsActor(JsonElement about) => about.ValueKind == JsonValueKind.Object
        && (IsActorType(One.Text(about, "type")) || IsActorType(One.Text(about, "formerType")) || One.Has(about, "inbox") || One.Has(about, "publicKey"));

    private static bool IsActorType(string? type) => type is "Application" or "Group" or "Organization" or "Person" or "Service";
}
