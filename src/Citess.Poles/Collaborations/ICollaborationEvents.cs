using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Collaborations;

/// <summary>One event as it is kept: the row may have been altered behind the pole's back, and says nothing until it was read.</summary>
public sealed record EventRow(long Position, string Hash, string Body, DateTimeOffset Arrived);

/// <summary>The events of all collaborations that this pole takes part in. They are added, and neither changed nor taken away.</summary>
public interface ICollaborationEvents
{
    /// <summary>More are not kept of one collaboration.</summary>
    const int MaxEvents = 20_000;

    /// <summary>
    /// Adds what is not there yet, and with it what is to be told of it, and the documents that the collaboration names from then
    /// on (null for those that it named before), in one transaction; returns how many were new. What goes beyond
    /// <see cref="MaxEvents"/> is left out.
    /// </summary>
    Task<int> AddAsync(IReadOnlyList<SignedEvent> events, IReadOnlyList<OutboxEntry> told, IReadOnlyList<NamedFile>? files = null, CancellationToken stop = default);

    /// <summary>Events of one collaboration behind a position, in the order in which they came.</summary>
    Task<IReadOnlyList<EventRow>> ReadAsync(string collaboration, long after, CancellationToken stop = default);

    /// <summary>The first events' hashes, the latest first.</summary>
    Task<IReadOnlyList<string>> AllAsync(CancellationToken stop = default);

    /// <summary>How many collaborations a pole began, as far as they are held here.</summary>
    Task<int> BegunByAsync(string author, CancellationToken stop = default);

    /// <summary>The collaboration and hash of an event by its address; null when there is none.</summary>
    Task<(string Collaboration, string Hash)?> FindAsync(string address, CancellationToken stop = default);
}
