using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Matching.Groups;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.PeerLearning.Pages;

/// <summary>One group as the coordinator edits it.</summary>
/// <param name="Ulid">Of what is said of it when the form is sent: a repeat is the same.</param>
/// <param name="Of">The group that there is; null for a new one.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Members">Voices.</param>
/// <param name="IsDropped">True when it is to be given up.</param>
internal sealed record GroupRow(string Ulid, string? Of, string Title, IReadOnlyList<string> Members, bool IsDropped)
{
    private const int Spare = 2;
    private const int Most = 30;

    /// <summary>True for a line that nothing was typed into.</summary>
    public bool IsEmpty => Of is null && Title.Length == 0 && Members.Count == 0;

    /// <summary>Those that there are; with a way, those of that way, and what it leaves out to be given up. Behind them empty ones.</summary>
    public static List<GroupRow> Begin(Cycle cycle, GroupProposal? way, Func<string> ulid)
    {
        var rows = new List<GroupRow>();
        foreach (var group in way?.Groups ?? [])
        {
            var held = cycle.Groups.FirstOrDefault(each => each.Members.Order(StringComparer.Ordinal).SequenceEqual(group.Members.Order(StringComparer.Ordinal), StringComparer.Ordinal));
            rows.Add(new(ulid(), held?.Thing.Id, held?.Thing["title"] ?? (group.Helps is [var first, ..] ? cycle.Find(CycleMatch.ThingOf(first.Need))?["title"] ?? "" : ""), group.Members, IsDropped: false));
        }

        rows.AddRange(cycle.Groups.Where(group => rows.All(row => row.Of != group.Thing.Id)).Select(group => new GroupRow(ulid(), group.Thing.Id, group.Thing["title"], group.Members, IsDropped: way is not null)));
        rows.AddRange(Enumerable.Range(0, Spare).Select(_ => new GroupRow(ulid(), null, "", [], IsDropped: false)));
        return rows;
    }

    /// <summary>As they were sent.</summary>
    public static List<GroupRow> Read(IFormCollection form) => [.. Enumerable.Range(0, Most).TakeWhile(place => form.ContainsKey($"Group[{place}].Ulid")).Select(place => new GroupRow(
        form[$"Group[{place}].Ulid"].ToString(),
        form[$"Group[{place}].Of"].ToString() is { Length: > 0 } of ? of : null,
        form[$"Group[{place}].Title"].ToString().Trim(),
        [.. form[$"Group[{place}].Members"].OfType<string>().Distinct(StringComparer.Ordinal)],
        form[$"Group[{place}].Drop"].ToString() == "yes"))];

    /// <summary>What is to be said so that the log has it; null when it has it already.</summary>
    public Dictionary<string, object>? Payload(Cycle cycle)
    {
        var held = cycle.Groups.FirstOrDefault(each => each.Thing.Id == Of);
        if (held is not null && (IsDropped || Members.Count == 0))
        {
            return new(StringComparer.Ordinal) { [PayloadForm.Of] = held.Thing.Id, ["status"] = "dropped" };
        }

        if (IsEmpty || IsDropped || (held is not null && held.Thing["title"] == Title && held.Members.Order(StringComparer.Ordinal).SequenceEqual(Members.Order(StringComparer.Ordinal), StringComparer.Ordinal)))
        {
            return null;
        }

        var payload = new Dictionary<string, object>(StringComparer.Ordinal) { ["title"] = Title, ["members"] = Members, ["language"] = Languages.Current.Code };
        if (held is not null)
        {
            payload[PayloadForm.Of] = held.Thing.Id;
        }

        return payload;
    }
}
