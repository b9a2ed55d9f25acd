namespace Citess.Poles.Network;

/// <summary>
/// The relation with one actor elsewhere. Each command may be repeated: what is already so stays so.
/// </summary>
[Alias("partner-grain"), GrainInterfaceType("partner")]
public interface IPartnerGrain : IGrainWithStringKey
{
    /// <summary>Null when there never was a relation.</summary>
    [Alias("read")]
    Task<PartnerView?> ReadAsync();

    /// <summary>Asks to connect, and asks again as long as there is no answer: the first may be lost. Answers yes when they asked first.</summary>
    [Alias("connect")]
    Task ConnectAsync(PartnerActor actor, string by);

    /// <summary>Sends our Follow anew, so that they share everything once more: what a restored pole does first.</summary>
    [Alias("ask-again")]
    Task AskAgainAsync();

    /// <summary>Says no to their wish to connect.</summary>
    [Alias("decline")]
    Task DeclineAsync(string by);

    /// <summary>Ends the relation on both sides; what was shared so far stays where it is.</summary>
    [Alias("disconnect")]
    Task DisconnectAsync(string by);

    /// <summary>They ask. Whoever we asked first is connected at once; a visitor's wish to read what is public is granted.</summary>
    [Alias("on-follow")]
    Task OnFollowAsync(PartnerActor actor, string followId, string followJson);

    /// <summary>They say yes to our Follow; one that we never sent is passed over and answered false.</summary>
    [Alias("on-accept")]
    Task<bool> OnAcceptAsync(PartnerActor actor, string followId);

    [Alias("on-reject")]
    Task<bool> OnRejectAsync(PartnerActor actor, string followId);

    /// <summary>They take their Follow back.</summary>
    [Alias("on-undo")]
    Task<bool> OnUndoAsync(PartnerActor actor, string followId);

    /// <summary>
    /// There is something to say to an actor that is no pole and perhaps does not follow: from now on a courier knows the way. What it
    /// may see stays as it is.
    /// </summary>
    [Alias("meet")]
    Task MeetAsync(PartnerActor actor);

    /// <summary>They changed their name, territory or keys.</summary>
    [Alias("on-update")]
    Task OnUpdateAsync(PartnerActor actor);

    /// <summary>The same of one that revoked a key: whoever took that may have said something of a later revision.</summary>
    [Alias("on-revoked")]
    Task OnRevokedAsync(PartnerActor actor);

    /// <summary>True when what this actor shares is taken in.</summary>
    [Alias("is-receiving")]
    Task<bool> IsReceivingAsync(string actorId);
}
