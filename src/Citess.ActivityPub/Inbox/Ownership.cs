using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Inbox;

/// <summary>Step 9: whether what an activity is about is its actor's to speak of, verb by verb (FEP-fe34).</summary>
internal sealed class Ownership(RemoteActors actors, GatePorts ports, SafeHttpOptions http, TimeProvider time)
{
    private readonly ProofRule proofs = new(actors, time);
    private readonly FollowRule follows = new(ports.Own);

    public async Task<Judgement> JudgeAsync(Claim claim, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        var (refusal, speaker) = await proofs.CheckAsync(claim.Root, signer, isDue: false, budget, token);
        if (refusal is not null)
        {
            return Judgement.No(refusal);
        }

        if (One.Value(claim.Root, "object") is not { } about)
        {
            return Judgement.No(GateReason.ObjectUnfit, "The activity must have one object.");
        }

        return claim.Verb switch
        {
            Verbs.Create or Verbs.Update => await SharedAsync(claim, about, speaker, budget, token),
            Verbs.Delete => await WithdrawnAsync(claim, about, speaker, budget, token),
            Verbs.Remove => await RemovedAsync(claim, about, speaker, budget, token),
            Verbs.Offer => await OfferedAsync(claim, about, speaker, budget, token),
            Verbs.Follow => Judgement.Of(await follows.FollowAsync(claim, token), about, speaker),
            Verbs.Undo => Judgement.Of(await follows.UndoAsync(claim, about, token), about, speaker),
            Verbs.Accept or Verbs.Reject => Judgement.Of(await follows.AnswerAsync(claim, about, token), about, speaker),
            _ => Judgement.No(GateReason.VerbNotSpoken, "This server does not speak that verb."),
        };
    }

    private async Task<Judgement> SharedAsync(Claim claim, JsonElement about, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        if (about.ValueKind == JsonValueKind.String && Origin.Same(about.GetString(), signer.Id))
        {
            // Some servers send only the address; what is there is judged like what would have been embedded.
            if (await actors.FetchObjectAsync(about.GetString()!, budget, token) is not FetchResult.Fetched fetched)
            {
                return Judgement.No(GateReason.ObjectUnreachable, "The object could not be fetched from its address.");
            }

            about = fetched.Root;
        }

        if (await OwnerAsync(about, signer, token) is { } refusal)
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

        return await ProvedAsync(about, signer, budget, token);
    }

    private async Task<Judgement> WithdrawnAsync(Claim claim, JsonElement about, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        if (await OwnerAsync(about, signer, token) is { } refusal)
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

    /// <summary>The object itself does not come along, so that the activity must stand for itself: with a revision, and a proof of its own.</summary>
    private async Task<Judgement> RemovedAsync(Claim claim, JsonElement about, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        if (await OwnerAsync(about, signer, token) is { } refusal)
        {
            return Judgement.No(refusal);
        }

        if (about.ValueKind != JsonValueKind.String || about.GetString() == claim.Actor || claim.Activity.Revision is not > 0)
        {
            return Judgement.No(GateReason.ObjectUnfit, "Remove carries the address of one record and its revision.");
        }

        var (unproved, speaker) = await proofs.CheckAsync(claim.Root, signer, isDue: true, budget, token);
        return Judgement.Of(unproved, about, speaker);
    }

    /// <summary>Something for one actor of ours, by its address alone: what it is stays where it is until that actor asks, and the offer stands for itself.</summary>
    private async Task<Judgement> OfferedAsync(Claim claim, JsonElement about, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        if (await OwnerAsync(about, signer, token) is { } refusal)
        {
            return Judgement.No(refusal);
        }

        if (about.ValueKind != JsonValueKind.String || about.GetString() == claim.Actor)
        {
            return Judgement.No(GateReason.ObjectUnfit, "Offer carries the address of one thing, and nothing of what it says.");
        }

        if (One.Has(claim.Root, "cc") || One.Address(claim.Root, "to") is not { } addressee || !await ports.Own.HasAsync(addressee, token))
        {
            return Judgement.No(GateReason.NotOurs, "An Offer is to one actor of this server and to nobody else.");
        }

        var (unproved, speaker) = await proofs.CheckAsync(claim.Root, signer, isDue: true, budget, token);
        return Judgement.Of(unproved, about, speaker);
    }

    private async Task<GateVerdict.Refused?> OwnerAsync(JsonElement about, RemoteActor signer, CancellationToken token)
    {
        var id = about.ValueKind == JsonValueKind.String ? about.GetString() : One.Text(about, "id");
        if (!Origin.TryParse(id, http.AllowHttp, out var origin))
        {
            return new(GateReason.ObjectUnfit, "The object must have an id that is an absolute address.");
        }

        var isOwn = origin == signer.Origin
            && (about.ValueKind != JsonValueKind.Object || !One.Has(about, "attributedTo") || One.Address(about, "attributedTo") == signer.Id)
            && (!Kinds.IsActor(about) || id == signer.Id)
            // Another actor of the same host passes all of the above: what is known here decides.
            && (id == signer.Id || await actors.KnownAsync(id, token) is null)
            && (await ports.Held.OwnerAsync(id, token) is not { } owner || owner == signer.Id);
        return isOwn ? null : new(GateReason.NotOwner, "The object is not the actor's own.");
    }

    // Our kinds travel further than their first hop, so they must be able to stand for themselves.
    private async Task<Judgement> ProvedAsync(JsonElement about, RemoteActor signer, FetchBudget budget, CancellationToken token)
    {
        var (refusal, speaker) = await proofs.CheckAsync(about, signer, isDue: One.Has(about, "kind"), budget, token);
        return Judgement.Of(refusal, about, speaker);
    }
}

/// <summary>What step 9 found.</summary>
internal sealed record Judgement(GateVerdict.Refused? Refusal, JsonElement Object, RemoteActor Signer)
{
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
