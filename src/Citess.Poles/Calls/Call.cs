using Citess.Poles.Kernel;

namespace Citess.Poles.Calls;

/// <summary>How far the answer to a call has come.</summary>
public enum CallStatus
{
    Preparing,
    Submitted,
    Won,
    Lost,
    GivenUp,
}

/// <summary>A call for projects across borders, as its rules say, that a pole answers with others. Who is in stays with the consortium.</summary>
[GenerateSerializer, Immutable, Alias("call")]
public sealed record Call
{
    public const int MaxTitle = 150;
    public const int MaxLine = 300;
    public const int MaxAbout = 3000;
    public const int MaxOpener = 150;
    public const int MaxNote = 500;

    [Id(0)]
    public MultilingualText Title { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What it is for, in one line.</summary>
    [Id(1)]
    public MultilingualText Line { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown.</summary>
    [Id(2)]
    public MultilingualText About { get => field ?? MultilingualText.Empty; init; }

    /// <summary>The programme that opened it, as its papers name it.</summary>
    [Id(3)]
    public string Programme { get => field ?? ""; init; } = "";

    /// <summary>Who pays, as its papers name it.</summary>
    [Id(4)]
    public string Funder { get => field ?? ""; init; } = "";

    /// <summary>The official page.</summary>
    [Id(5)]
    public string Website { get => field ?? ""; init; } = "";

    /// <summary>As the papers say it, by the clocks of <see cref="TimeZone"/>: <c>2026-12-20T17:00</c>; or empty.</summary>
    [Id(6)]
    public string Deadline { get => field ?? ""; init; } = "";

    /// <summary>IANA name of the zone of the deadline, or empty when there is none.</summary>
    [Id(7)]
    public string TimeZone { get => field ?? ""; init; } = "";

    [Id(8)]
    public CallRules Rules { get => field ?? CallRules.None; init; }

    [Id(9)]
    public CallStatus Status { get; init; }

    /// <summary>When it came to that; null while it is prepared.</summary>
    [Id(10)]
    public DateOnly? StatusOn { get; init; }

    /// <summary>What there is to say about that.</summary>
    [Id(11)]
    public MultilingualText StatusNote { get => field ?? MultilingualText.Empty; init; }
}
