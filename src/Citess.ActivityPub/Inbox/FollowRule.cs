using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Inbox;

/// <summary>Follow, its answers and its end: only between the actor and an actor of ours.</summary>
internal sealed class FollowRule(IOwnActors own)
{
    /// <summary>A Follow comes back in each answer to it: one of a megabyte would be stored and sent, and stored and sent.</summary>
    private const int MaxFollow = 16 * 1024;

    public async Task<GateVerdict.Refused?> FollowAsync(Claim claim, CancellationToken token) =>
        claim.Length > MaxFollow ? new(GateReason.TooLarge, "A Follow may have 16 KiB.")
        : One.Address(claim.Root, "object") is { } followed && await own.HasAsync(followed, token)
            ? null : new(GateReason.NotOurs, "Who is to be followed is no actor of this server.");

    /// <summary>Takes back an own Follow: embedded, or by an id of the actor's origin.</summary>
    public async Task<GateVerdict.Refused?> UndoAsync(Claim claim, JsonElement about, CancellationToken token)
    {
        if (about.ValueKind == JsonValueKind.String)
        {
            return Origin.Same(about.GetString(), claim.Actor) ? null : Unfit;
        }

        if (One.Text(about, "type") is not Verbs.Follow)
        {
            return new(GateReason.VerbNotSpoken, "Only a Follow is undone here.");
        }

        return One.Address(about, "actor") == claim.Actor && IdFits(about, id => Origin.Same(id, claim.Actor))
            && One.Address(about, "object") is { } followed && await own.HasAsync(followed, token) ? null : Unfit;
    }

    /// <summary>Answers a Follow of ours, or an Offer: embedded, or by an id of our origin. Only whom we asked may answer.</summary>
    public async Task<GateVerdict.Refused?> AnswerAsync(Claim claim, JsonElement about, CancellationToken token)
    {
        if (about.ValueKind == JsonValueKind.String)
        {
            return IsOurs(about.GetString()!) ? null : Unfit;
        }

        var isMeant = One.Text(about, "type") switch
        {
            Verbs.Follow => One.Address(about, "object") == claim.Actor && IdFits(about, IsOurs),
            Verbs.Offer => One.Address(about, "to") == claim.Actor && One.Text(about, "id") is { } id && IsOurs(id),
            _ => false,
        };
        return isMeant && One.Address(about, "actor") is { } asked && await own.HasAsync(asked, token) ? null : Unfit;
    }

    private static GateVerdict.Refused Unfit => new(GateReason.FollowUnfit, "The Follow meant is not one between the actor and an actor of this server.");

    private bool IsOurs(string id) => Origin.TryParse(id, allowHttp: true, out var origin) && origin == own.Origin;

    private static bool IdFits(JsonElement follow, Func<string, bool> fits) =>
        !One.Has(follow, "id") || (One.Text(follow, "id") is { } id && fits(id));
}
