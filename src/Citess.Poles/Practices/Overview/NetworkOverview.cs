using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Practices.Adoptions;

namespace Citess.Poles.Practices.Overview;

/// <summary>What one pole gives to the others and takes from them.</summary>
/// <param name="Origin">Its host; empty for ours.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Shared">Practices that it shares.</param>
/// <param name="TakenUp">Of these, those that somebody else tries or tried.</param>
/// <param name="Adoptions">Practices of others that it tries or tried.</param>
/// <param name="Reviews">Reviews of practices of others.</param>
/// <param name="Translations">Translations of practices of others.</param>
public sealed record PoleShare(string Origin, Shown Name, int Shared, int TakenUp, int Adoptions, int Reviews, int Translations)
{
    public bool OnlyGives => Shared > 0 && Adoptions + Reviews + Translations == 0;

    public bool OnlyTakes => Shared == 0 && Adoptions > 0;
}

/// <summary>Why something stands still.</summary>
public enum Stall
{
    /// <summary>Somebody wanted to try it, or was making it fit, and has said nothing since.</summary>
    Adoption,

    /// <summary>A question that the pole of the practice has not answered.</summary>
    Question,

    /// <summary>A translation that nobody decided on.</summary>
    Translation,
}

/// <summary>One thing that stands still, and since when.</summary>
public sealed record Stalled(Stall Why, DateTimeOffset Since, CatalogueEntry Entry, Shown Pole);

/// <summary>What a practice led to.</summary>
/// <param name="Entry">The practice.</param>
/// <param name="Pole">Whose it is.</param>
/// <param name="Adoptions">How many poles try or tried it, and pieces of it.</param>
/// <param name="Stopped">How many of them gave it up.</param>
/// <param name="Reviews">How many reviews there are.</param>
/// <param name="Received">How many partner poles have it; null of practices of others, which tell nobody.</param>
public sealed record PracticeReach(CatalogueEntry Entry, Shown Pole, int Adoptions, int Stopped, int Reviews, int? Received);

/// <summary>What came about in one month.</summary>
public sealed record MonthCount(DateOnly Month, int Practices, int Adoptions, int Stopped, int Reviews);

/// <summary>The practices of a network, as far as this pole sees it.</summary>
public sealed record NetworkOverview
{
    public required IReadOnlyList<PoleShare> Poles { get; init; }

    /// <summary>The most adopted first.</summary>
    public required IReadOnlyList<PracticeReach> Practices { get; init; }

    /// <summary>The longest first.</summary>
    public required IReadOnlyList<Stalled> Stalls { get; init; }

    /// <summary>How many practices can be read in each language of the interface, the fewest first.</summary>
    public required IReadOnlyList<(string Language, int Count)> Languages { get; init; }

    /// <summary>Codes of sectors of which nobody tells.</summary>
    public required IReadOnlyList<string> MissingSectors { get; init; }

    /// <summary>The last twelve, the oldest first.</summary>
    public required IReadOnlyList<MonthCount> Months { get; init; }

    public int Adopted => Practices.Count(practice => practice.Adoptions > 0);
}
