using System.Collections.Immutable;

namespace Citess.Poles.Practices.Fit;

/// <summary>What is in place here; one for the whole pole.</summary>
[Alias("fit-grain"), GrainInterfaceType("fit")]
public interface IFitGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<FitProfile> ReadAsync();

    /// <summary>
    /// Takes all answers as they are now. <paramref name="seen"/> is the revision that the editor saw: an answer that was
    /// changed since then, and would be changed again, is a conflict. A repeat changes nothing and returns the same revision.
    /// </summary>
    [Alias("edit")]
    Task<int> EditAsync(ImmutableArray<FitReply> replies, int seen, string by);
}
