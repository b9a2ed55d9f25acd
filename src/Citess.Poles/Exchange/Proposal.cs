using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Citess.Poles.Kernel;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>In what the quantity is counted, by the names of the Ontology of units of Measure.</summary>
public enum Unit
{
    One,
    Hour,
    Day,
    Month,
    SquareMetre,
}

/// <summary>What offers and wants have in common.</summary>
[GenerateSerializer, Immutable, Alias("proposal")]
public abstract record Proposal
{
    public const int MaxTitle = 120;
    public const int MaxText = 3000;
    public const int MaxConcepts = 5;
    public const int MaxQuantity = 100_000;
    public const int MaxContact = 200;

    /// <summary>For how long it is open unless somebody says otherwise, and for how long again once it is renewed.</summary>
    public const int Months = 6;

    /// <summary>Nobody knows what they can give in three years.</summary>
    public const int MaxMonths = 24;

    [Id(0)]
    public MultilingualText Title { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown.</summary>
    [Id(1)]
    public MultilingualText Text { get => field ?? MultilingualText.Empty; init; }

    [Id(2)]
    public Means Means { get; init; }

    /// <summary>Codes of the concepts that it is about, the first one first of all.</summary>
    [Id(3)]
    public ImmutableArray<string> Concepts { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>ISO 3166 code, or empty.</summary>
    [Id(4)]
    public string Territory { get => field ?? ""; init; } = "";

    /// <summary>Languages in which one can work together.</summary>
    [Id(5)]
    public ImmutableArray<string> Languages { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The first day; null when it holds from now on.</summary>
    [Id(6)]
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    [Id(7)]
    public DateOnly Until { get; init; }

    /// <summary>How much there is, or is needed; 0 when it is not counted.</summary>
    [Id(8)]
    public int Quantity { get; init; }

    [Id(9)]
    public Unit Unit { get; init; }

    /// <summary>How much of it is agreed upon.</summary>
    [Id(10)]
    public int Taken { get; init; }

    /// <summary>Ids of the agreements that are counted in it, so that none is counted twice. They never leave this pole.</summary>
    [Id(11)]
    public ImmutableArray<string> Counted { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whom to call or write to. Shown to whoever is signed in here, and never sent to another pole.</summary>
    [Id(12)]
    public string Contact { get => field ?? ""; init; } = "";

    /// <summary>From when on it is over: the end of its last day, by UTC, wherever it is read.</summary>
    [JsonIgnore]
    public DateTimeOffset Ends => Until >= DateOnly.MaxValue ? DateTimeOffset.MaxValue : new(Until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>True when all of it is agreed upon.</summary>
    [JsonIgnore]
    public bool IsTaken => Quantity > 0 && Taken >= Quantity;

    /// <summary>How much is left; null when it is not counted.</summary>
    [JsonIgnore]
    public int? Left => Quantity > 0 ? Math.Max(0, Quantity - Taken) : null;

    public bool IsOver(DateTimeOffset now) => now >= Ends;

    /// <summary>The last day of one that is written or renewed today.</summary>
    public static DateOnly LastDay(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).AddMonths(Months);
}
