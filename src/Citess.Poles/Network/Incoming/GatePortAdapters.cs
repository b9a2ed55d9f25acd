using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;

namespace Citess.Poles.Network.Incoming;

/// <summary>What came through the gate before, and whose the records of other poles are that are held here.</summary>
internal sealed class HeldThings(IInbox inbox) : IHeldThings
{
    public async ValueTask<HeldThing> RecallAsync(string actorId, string activityId, string? objectId, CancellationToken token)
    {
        var isRecord = ForeignKey.TryParse(objectId ?? "", out var origin, out var key);
        var (hash, owner) = await inbox.RecallAsync(actorId, activityId, objectId ?? "", isRecord ? origin!.Authority : "", isRecord ? key.ToString() : "", token);
        return new(hash is null ? (ReadOnlyMemory<byte>?)null : Convert.FromHexString(hash), owner);
    }
}

/// <summary>The actors of this pole: the pole itself, and its server.</summary>
internal sealed class OwnActors(Pole pole, Origin origin) : IOwnActors
{
    public Origin Origin => origin;

    public ValueTask<bool> HasAsync(string address, CancellationToken token) =>
        ValueTask.FromResult(address == pole.ActorAddress || address == pole.ServerAddress);
}
