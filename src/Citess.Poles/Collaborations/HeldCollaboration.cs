using System.Collections.Immutable;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.Collaborations;

/// <summary>A collaboration as it stands in this database.</summary>
/// <param name="Id">Hash of its first event.</param>
/// <param name="Events">What can be read of it, by hash.</param>
/// <param name="Arrived">When each came here.</param>
/// <param name="Damaged">Rows that are not what was said: altered behind the pole's back, they count for nothing.</param>
/// <param name="Position">Where reading goes on.</param>
public sealed record HeldCollaboration(
    string Id, ImmutableDictionary<string, SignedEvent> Events, ImmutableDictionary<string, DateTimeOffset> Arrived, ImmutableArray<string> Damaged, long Position)
{
    /// <summary>What follows from the events; null when the first is missing or damaged.</summary>
    public Collaboration? State => field ??= Collaboration.Of(Id, Events.Values);

    internal static HeldCollaboration Nothing(string id) =>
        new(id, ImmutableDictionary.Create<string, SignedEvent>(StringComparer.Ordinal), ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal), [], 0);
}
