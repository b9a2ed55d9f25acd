using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices.Adoptions;

/// <summary>How far a pole has come with what another one does.</summary>
public enum AdoptionStage
{
    /// <summary>It wants to try it.</summary>
    Intended,
    Adapting,
    Running,

    /// <summary>It was tried to the end, and there is a result.</summary>
    Finished,

    /// <summary>It was given up, and says why.</summary>
    Stopped,
}

/// <summary>That this pole tries a practice, or pieces of it, and how it goes: a step is added and none taken away.</summary>
[GenerateSerializer, Immutable, Alias("adoption")]
public sealed record Adoption : Contribution
{
    public const int MaxSteps = 30;
    public const int MaxText = 1500;

    /// <summary>Ids of the pieces that are taken over; none for the whole.</summary>
    [Id(0)]
    public ImmutableArray<string> Blocks { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>In the order of their telling.</summary>
    [Id(1)]
    public ImmutableArray<AdoptionStep> Steps { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>How what must be in place was put in place here.</summary>
    [Id(2)]
    public ImmutableArray<ConditionMet> Met { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The practice of this pole that came of it.</summary>
    [Id(3)]
    public RecordReference Adapted { get => field ?? RecordReference.None; init; }

    public AdoptionStage Stage => Steps.IsEmpty ? AdoptionStage.Intended : Steps[^1].Stage;
}

/// <summary>One step on the way.</summary>
[GenerateSerializer, Immutable, Alias("adoption-step")]
public sealed record AdoptionStep
{
    [Id(0)]
    public AdoptionStage Stage { get; init; }

    /// <summary>A <see cref="PartialDate"/>: when it came to this.</summary>
    [Id(1)]
    public string On { get => field ?? ""; init; } = "";

    /// <summary>How it goes; the reason where it stopped.</summary>
    [Id(2)]
    public MultilingualText Text { get => field ?? MultilingualText.Empty; init; }
}

/// <summary>How one determinant came to be in place, so that others who lack it can do likewise.</summary>
[GenerateSerializer, Immutable, Alias("condition-met")]
public sealed record ConditionMet
{
    public const int MaxText = 600;

    [Id(0)]
    public string Determinant { get => field ?? ""; init; } = "";

    [Id(1)]
    public MultilingualText Text { get => field ?? MultilingualText.Empty; init; }
}
