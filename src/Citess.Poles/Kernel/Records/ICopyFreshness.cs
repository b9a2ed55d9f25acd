namespace Citess.Poles.Kernel.Records;

/// <summary>How fresh a copy is that did not come from its own pole.</summary>
/// <param name="AsOf">The pole's own signed word on it; null when none came along.</param>
/// <param name="Via">Authority of the pole that gave it; empty when it came in a file.</param>
/// <param name="IsUnconfirmed">True when the pole itself has not shown its keys yet.</param>
public sealed record CopyFreshness(DateTimeOffset? AsOf, string Via, bool IsUnconfirmed);

/// <summary>Tells of copies how fresh they are.</summary>
public interface ICopyFreshness
{
    /// <summary>Null for what came from its own pole.</summary>
    Task<CopyFreshness?> OfAsync(string authority, CancellationToken stop = default);
}
