namespace Citess.Poles.Kernel.Visitors;

/// <summary>How a reply that comes stands here, and how many wait beside it.</summary>
/// <param name="Held">How it stands; null when it is not here.</param>
/// <param name="OfActor">How many of its author wait.</param>
/// <param name="OfHost">How many of its host wait.</param>
/// <param name="InAll">How many wait.</param>
public sealed record VisitorRoom(VisitorStanding? Held, int OfActor, int OfHost, int InAll)
{
    /// <summary>True when one more may wait.</summary>
    public bool IsThere => OfActor < VisitorReply.MostOfActor && OfHost < VisitorReply.MostOfHost && InAll < VisitorReply.MostWaiting;
}

/// <summary>Replies of visitors, in a table of their own.</summary>
public interface IVisitorReplies
{
    /// <summary>Asked before a reply is let in.</summary>
    Task<VisitorRoom> RoomAsync(string actor, string host, string address, CancellationToken stop = default);

    /// <summary>The reply under this address, however it stands; null when it is not here.</summary>
    Task<VisitorReply?> FindAsync(string address, CancellationToken stop = default);

    /// <summary>
    /// Has it wait, or wait again with another wording; what was declined stays so, and the same wording changes nothing.
    /// False when there is no room for one more, or another actor has one under this address.
    /// </summary>
    Task<bool> KeepAsync(VisitorReply reply, CancellationToken stop = default);

    /// <summary>Its author takes it back, however it stands; false when there was none.</summary>
    Task<bool> RemoveAsync(string actor, string address, CancellationToken stop = default);

    /// <summary>The author is gone, and all its words with it; returns how many there were.</summary>
    Task<int> RemoveAllAsync(string actor, CancellationToken stop = default);

    /// <summary>True when something of this actor is here.</summary>
    Task<bool> HasAsync(string actor, CancellationToken stop = default);

    /// <summary>Those that stand so, the latest first, about one record or any; nothing of blocked hosts.</summary>
    Task<IReadOnlyList<VisitorReply>> ListAsync(VisitorStanding standing, string? about, int take, CancellationToken stop = default);

    /// <summary>How many wait, about one record or in all.</summary>
    Task<int> WaitingAsync(string? about = null, CancellationToken stop = default);

    /// <summary>A person decides on the wording that was <paramref name="seen"/> to come then; false when it is another by now, or gone.</summary>
    Task<bool> DecideAsync(string address, DateTimeOffset seen, VisitorStanding standing, string by, DateTimeOffset now, CancellationToken stop = default);

    /// <summary>Forgets what nobody looked at for 90 days, and what was declined 30 days ago; returns how many.</summary>
    Task<int> TrimAsync(DateTimeOffset now, CancellationToken stop = default);
}
