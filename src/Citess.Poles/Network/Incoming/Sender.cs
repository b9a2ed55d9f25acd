using Citess.ActivityPub.Inbox;

namespace Citess.Poles.Network.Incoming;

/// <summary>Whose letters are read, for as long as some are read at once: what is the same for all of them is asked once.</summary>
public sealed class Sender(RemoteActor actor, IGrainFactory grains)
{
    private bool? isReceiving;

    public PartnerActor Actor { get; } = PartnerActor.Of(actor.Document);

    public IPartnerGrain Partner => field ??= grains.GetGrain<IPartnerGrain>(Actor.Key.ToString());

    /// <summary>True when what it shares is taken in.</summary>
    public async ValueTask<bool> IsReceivingAsync() => isReceiving ??= await Partner.IsReceivingAsync(Actor.Id);

    /// <summary>Something was said about the relation: it is asked for once more.</summary>
    public void Forget() => isReceiving = null;
}
