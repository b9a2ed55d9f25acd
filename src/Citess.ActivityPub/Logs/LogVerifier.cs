namespace Citess.ActivityPub.Logs;

/// <summary>One event as somebody keeps it: under the hash that it is said to have.</summary>
public sealed record KeptEvent(string Hash, ReadOnlyMemory<byte> Bytes);

/// <summary>What is wrong with an event of a log.</summary>
public enum LogFault
{
    /// <summary>It is not what it was: what is kept has another hash, or cannot be read, or its proof does not hold.</summary>
    Altered,
    /// <summary>It belongs to another log.</summary>
    OtherLog,
    /// <summary>Another event cites it, and it is not there.</summary>
    Missing,
    /// <summary>Its author said another thing under the same number.</summary>
    Forked,
    /// <summary>It says that it goes on from something that is not what its author said last.</summary>
    OutOfTurn,
    /// <summary>It brings another key under an address that another event uses too.</summary>
    KeyDiffers,
}

/// <summary>One thing that is wrong: the event's hash, and what is known of it.</summary>
public sealed record LogFinding(string Hash, LogFault Fault, string About);

/// <summary>Checks a whole log from its bytes alone, as whoever holds it can: hashes, proofs, what is cited, each author's count.</summary>
public static class LogVerifier
{
    /// <summary>Nothing when all is good. Who might do what is not asked here.</summary>
    /// <param name="log">Hash of the first event.</param>
    /// <param name="kept">All events, in any order.</param>
    public static IReadOnlyList<LogFinding> Check(string log, IEnumerable<KeptEvent> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var findings = new List<LogFinding>();
        var events = new Dictionary<string, SignedEvent>(StringComparer.Ordinal);
        foreach (var each in kept)
        {
            if (SignedEvent.TryRead(each.Bytes, out var read) is { } fault)
            {
                findings.Add(new(each.Hash, LogFault.Altered, fault.ToString()));
            }
            else if (read.Hash != each.Hash)
            {
                findings.Add(new(each.Hash, LogFault.Altered, read.Said.Id));
            }
            else if (read.Log != log)
            {
                findings.Add(new(each.Hash, LogFault.OtherLog, read.Said.Id));
            }
            else
            {
                events[read.Hash] = read;
            }
        }

        findings.AddRange(Missing(log, events, findings.Select(finding => finding.Hash).ToHashSet(StringComparer.Ordinal)));
        findings.AddRange(events.Values.GroupBy(each => (each.Said.Author, each.Said.Number)).Where(same => same.Skip(1).Any())
            .SelectMany(same => same.Select(each => Finding(each, LogFault.Forked))));
        findings.AddRange(events.Values.Where(each => each.Said.Previous is { } previous && events.TryGetValue(previous, out var before)
            && (before.Said.Author != each.Said.Author || before.Said.Number != each.Said.Number - 1)).Select(each => Finding(each, LogFault.OutOfTurn)));
        findings.AddRange(events.Values.GroupBy(each => each.Method, StringComparer.Ordinal).Where(same => same.DistinctBy(each => each.Key).Skip(1).Any())
            .SelectMany(same => same.Select(each => Finding(each, LogFault.KeyDiffers))));
        return findings;
    }

    /// <summary>What was named already is there, though it is not what it was.</summary>
    private static IEnumerable<LogFinding> Missing(string log, Dictionary<string, SignedEvent> events, HashSet<string> named) =>
        events.Values.SelectMany(each => each.Parents.Select(parent => (Parent: parent, By: each.Said.Id))).Append((Parent: log, By: log))
            .Where(cited => !events.ContainsKey(cited.Parent) && !named.Contains(cited.Parent))
            .GroupBy(cited => cited.Parent, StringComparer.Ordinal).Select(cited => new LogFinding(cited.Key, LogFault.Missing, cited.First().By));

    private static LogFinding Finding(SignedEvent said, LogFault fault) => new(said.Hash, fault, said.Said.Id);
}
