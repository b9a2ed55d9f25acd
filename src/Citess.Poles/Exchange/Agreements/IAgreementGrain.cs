using Citess.Poles.Kernel;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>
/// One agreement as this side knows it. Each command may be repeated: what is already so stays so. A command of our people that
/// comes too late is a <see cref="RefusedException"/>; what comes from the other side and does not fit is answered false and changes nothing.
/// </summary>
[Alias("agreement-grain"), GrainInterfaceType("agreement")]
public interface IAgreementGrain : IGrainWithStringKey
{
    /// <summary>Null when there is none.</summary>
    [Alias("read")]
    Task<Agreement?> ReadAsync();

    /// <summary>Answers a proposal of another pole; returns the version that lists will show.</summary>
    [Alias("propose")]
    Task<int> ProposeAsync(Agreement draft);

    /// <summary>Takes back what we proposed, before there is an answer.</summary>
    [Alias("withdraw")]
    Task<int> WithdrawAsync(string by);

    /// <summary>Says yes to what was proposed to us.</summary>
    [Alias("accept")]
    Task<int> AcceptAsync(string by);

    /// <summary>Says no, and why.</summary>
    [Alias("decline")]
    Task<int> DeclineAsync(MultilingualText reason, string by);

    /// <summary>Confirms that what we said yes to has been done.</summary>
    [Alias("complete")]
    Task<int> CompleteAsync(string by);

    /// <summary>They answer a proposal of ours. With a reason it is declined at once.</summary>
    [Alias("on-proposed")]
    Task<bool> OnProposedAsync(Agreement received);

    /// <summary>They take back what they proposed.</summary>
    [Alias("on-withdrawn")]
    Task<bool> OnWithdrawnAsync(string actor, string offer);

    /// <summary>They say yes: to what we proposed, as we proposed it.</summary>
    [Alias("on-accepted")]
    Task<bool> OnAcceptedAsync(string actor, string offer, Stipulation said, string address);

    [Alias("on-declined")]
    Task<bool> OnDeclinedAsync(string actor, string offer, MultilingualText reason);

    /// <summary>They confirm that it has been done.</summary>
    [Alias("on-completed")]
    Task<bool> OnCompletedAsync(string actor, string address, bool isByOffer);

    /// <summary>They confirm an agreement that is not known yet, and may be the one that their yes to this will bring. The latest is kept until then.</summary>
    [Alias("on-confirmed-early")]
    Task<bool> OnConfirmedEarlyAsync(string actor, string address);
}
