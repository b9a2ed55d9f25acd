using System.Collections.Immutable;

namespace Citess.Poles.PeerLearning.Guests;

/// <summary>The link by which a guest speaks, of which only the hash is kept.</summary>
/// <param name="Id">By which the log names it in the place of a person.</param>
/// <param name="Guest">Hash of the event that invited the guest.</param>
/// <param name="Hash">Of its secret.</param>
/// <param name="Until">From then on it lets nobody in.</param>
/// <param name="Ended">When it was ended before; whoever still has it is told so. Null while it lets somebody in.</param>
[GenerateSerializer, Immutable, Alias("guest-link")]
public sealed record GuestLink([property: Id(0)] string Id, [property: Id(1)] string Guest, [property: Id(2)] string Hash, [property: Id(3)] DateTimeOffset Until, [property: Id(4)] DateTimeOffset? Ended = null)
{
    public bool IsOver(DateTimeOffset now) => Ended is not null || Until <= now;
}

/// <summary>The links of this pole's guests in one cycle; they stay here.</summary>
[GenerateSerializer, Immutable, Alias("guest-links")]
public sealed record GuestLinks
{
    /// <summary>Ended ones of a guest that are remembered, the latest: an older one answers like one that never was.</summary>
    public const int MostEnded = 10;

    [Id(0)]
    public ImmutableArray<GuestLink> All { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>With those of a guest ended that are not yet, and perhaps another one given. Earlier versions of the software ask only until when: they find them over, too.</summary>
    public GuestLinks Turn(string guest, DateTimeOffset now, params ImmutableArray<GuestLink> next) => new()
    {
        All = [.. All.Where(each => each.Guest != guest), .. All.Where(each => each.Guest == guest).TakeLast(MostEnded).Select(each => each.Ended is null ? each with { Ended = now, Until = each.Until < now ? each.Until : now } : each), .. next],
    };
}
