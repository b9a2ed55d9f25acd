namespace Citess.Poles.Practices.Collections;

/// <summary>Which collections people follow; nobody else is told.</summary>
public interface IFollowedCollections
{
    /// <summary>Those of one person.</summary>
    Task<IReadOnlyList<FollowedCollection>> OfAsync(string account, CancellationToken stop = default);

    /// <summary>Follows one more; false when this person follows as many as one may.</summary>
    Task<bool> FollowAsync(string account, FollowedCollection collection, CancellationToken stop = default);

    /// <summary>Notes what this person has seen in it now. Of a collection that they do not follow nothing is noted.</summary>
    Task SeeAsync(string account, FollowedCollection collection, CancellationToken stop = default);

    /// <summary>Follows it no longer.</summary>
    Task LeaveAsync(string account, string collection, CancellationToken stop = default);
}
