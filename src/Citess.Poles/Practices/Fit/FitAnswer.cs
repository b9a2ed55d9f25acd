namespace Citess.Poles.Practices.Fit;

/// <summary>What this pole says of one determinant, and since when.</summary>
[GenerateSerializer, Immutable, Alias("fit-answer")]
public sealed record FitAnswer
{
    public const int MaxNote = 300;

    /// <summary>Code of a determinant, for example <c>C2.1</c>.</summary>
    [Id(0)]
    public string Determinant { get => field ?? ""; init; } = "";

    [Id(1)]
    public Presence Presence { get; init; }

    /// <summary>Why, for the team alone; in whichever language it speaks.</summary>
    [Id(2)]
    public string Note { get => field ?? ""; init; } = "";

    /// <summary>When it was given, or said once more to be so.</summary>
    [Id(3)]
    public DateTimeOffset Given { get; init; }

    /// <summary>Pseudonymous id of whoever gave it.</summary>
    [Id(4)]
    public string By { get => field ?? ""; init; } = "";

    /// <summary>The revision of the whole that brought it.</summary>
    [Id(5)]
    public int Revision { get; init; }

    /// <summary>True when it should be looked at once more: a territory changes within a year.</summary>
    public bool IsOld(DateTimeOffset now) => Presence != Presence.Unknown && Given < now.AddYears(-1);
}
