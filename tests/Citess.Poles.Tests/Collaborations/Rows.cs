using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Tests.Collaborations;

/// <summary>Events in memory, and how many of each collaboration were read.</summary>
internal sealed class Rows : ICollaborationEvents
{
    private readonly Dictionary<string, List<EventRow>> all = new(StringComparer.Ordinal);

    public Dictionary<string, int> Read { get; } = new(StringComparer.Ordinal);

    public void Add(params IEnumerable<SignedEvent> events)
    {
        foreach (var each in events)
        {
            if (!all.TryGetValue(each.Log, out var rows))
            {
                all[each.Log] = rows = [];
            }

            rows.Add(new(rows.Count + 1, each.Hash, each.Document.GetRawText(), each.Said.Time));
        }
    }

    public Task<int> AddAsync(IReadOnlyList<SignedEvent> events, IReadOnlyList<OutboxEntry> told, IReadOnlyList<NamedFile>? files = null, CancellationToken stop = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<EventRow>> ReadAsync(string collaboration, long after, CancellationToken stop = default)
    {
        List<EventRow> rows = [.. all.GetValueOrDefault(collaboration, []).Where(row => row.Position > after)];
        Read[collaboration] = Read.GetValueOrDefault(collaboration) + rows.Count;
        return Task.FromResult<IReadOnlyList<EventRow>>(rows);
    }

    public Task<IReadOnlyList<string>> AllAsync(CancellationToken stop = default) => Task.FromResult<IReadOnlyList<string>>([.. all.Keys]);

    public Task<int> BegunByAsync(string author, CancellationToken stop = default) => Task.FromResult(0);

    public Task<(string Collaboration, string Hash)?> FindAsync(string address, CancellationToken stop = default) => Task.FromResult<(string Collaboration, string Hash)?>(null);
}
