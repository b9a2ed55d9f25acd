namespace Citess.Poles.Practices.Library;

/// <summary>What the library remembers of the people who read in it: when they came, and what they look for.</summary>
public interface IReaders
{
    /// <summary>Notes that this person is here; returns when they were here before. Who comes for the first time has missed nothing.</summary>
    Task<DateTimeOffset> VisitAsync(string account, CancellationToken stop = default);

    /// <summary>Their searches, by name.</summary>
    Task<IReadOnlyList<SavedSearch>> SearchesAsync(string account, CancellationToken stop = default);

    /// <summary>Keeps one more; false when this person has as many as one may have.</summary>
    Task<bool> SaveAsync(string account, SavedSearch search, CancellationToken stop = default);

    /// <summary>Notes that it was looked at now. Of another person's search nothing is noted.</summary>
    Task OpenAsync(string account, string id, CancellationToken stop = default);

    /// <summary>Forgets one of their searches.</summary>
    Task ForgetAsync(string account, string id, CancellationToken stop = default);
}
