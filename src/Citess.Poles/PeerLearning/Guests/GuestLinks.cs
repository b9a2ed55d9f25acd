using System.Collections.Immutable;

namespace Citess.Poles.PeerLearning.Guests;

/// <summary>The link by which a guest speaks, of which only the hash is kept.</summary>
/// <param name="Id">By which the log names it in the place of a person.</param>
/// <param name="Guest">Hash of the event that invited the guest.</param>
/// <param name="Hash">Of its secret.</param>
/// <param name="Until">From then on it lets nobody in.</param>
[GenerateSerializer, Immutable, Alias("guest-link")]
public sealed record GuestLink([property: Id(0)] string Id, [property: Id(1)] string Guest, [property: Id(2)] string Hash, [property: Id(3)] DateTimeOffset Until);

/// <summary>The links of this pole's guests in one cycle; they stay here.</summary>
[GenerateSerializer, Immutable, Alias("guest-links")]
public sealed record GuestLinks
{
    [Id(0)]
    public ImmutableArray<GuestLink> All { get => field.IsDefault ? [] : field; init; } = [];
}
