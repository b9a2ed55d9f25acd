namespace Citess.Poles.Practices.Library;

/// <summary>A search that a person keeps under a name.</summary>
/// <param name="Id">Ulid.</param>
/// <param name="Name">As the person calls it.</param>
/// <param name="Search">The query of the list's address, as <c>?sector=a01</c>.</param>
/// <param name="Opened">When it was looked at last: what came since then is counted beside it.</param>
public sealed record SavedSearch(string Id, string Name, string Search, DateTimeOffset Opened)
{
    public const int MaxName = 60;
    public const int MaxSearch = 1000;

    /// <summary>What one person may keep: each is counted whenever the list is shown.</summary>
    public const int Most = 12;
}
