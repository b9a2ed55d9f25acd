using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Incoming;

/// <summary>What came through the gate before.</summary>
internal sealed class SeenLetters(IInbox inbox) : ISeenActivities
{
    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(string activityId, CancellationToken token)
    {
        // Not one conditional expression: its null would be a null array, which is an empty memory and no null at all.
        if (await inbox.FindAsync(activityId, token) is not { } hash)
        {
            return null;
        }

        return Convert.FromHexString(hash);
    }
}

/// <summary>Who owns a record of another pole that is held here.</summary>
internal sealed class HeldRecords(IDocuments documents) : IHeldObjects
{
    public async ValueTask<string?> OwnerAsync(string objectId, CancellationToken token) =>
        Origin.TryParse(objectId, allowHttp: true, out var origin) && ForeignKey.TryParse(objectId, out var key)
        && await documents.FindAsync(origin.Authority, key, token) is { } held
            ? Ap.Read<ApObject>(JsonElement.Parse(held.Json))?.AttributedTo
            : null;
}

/// <summary>The actors of this pole: the pole itself, and its server.</summary>
internal sealed class OwnActors(Pole pole, Origin origin) : IOwnActors
{
    public Origin Origin => origin;

    public ValueTask<bool> HasAsync(string address, CancellationToken token) =>
        ValueTask.FromResult(address == pole.ActorAddress || address == pole.ServerAddress);
}

/// <summary>Every host may knock: what a stranger sends is refused by what it says, not by where it comes from.</summary>
internal sealed class OpenDoor : IHostPolicy
{
    public ValueTask<HostStanding> StandingAsync(Origin host, CancellationToken token) => ValueTask.FromResult(HostStanding.Welcome);
}
