namespace Citess.Poles.PeerLearning.Guests;

/// <summary>The links of this pole's guests in one cycle; its key has the hash of the cycle's first event.</summary>
[Alias("guest-links-grain"), GrainInterfaceType("guest-links")]
public interface IGuestLinksGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<GuestLinks> ReadAsync();

    /// <summary>Gives a guest this link; an earlier one lets nobody in any more.</summary>
    [Alias("put")]
    Task PutAsync(GuestLink link);

    /// <summary>Ends the link of a guest.</summary>
    [Alias("end")]
    Task EndAsync(string guest);
}
