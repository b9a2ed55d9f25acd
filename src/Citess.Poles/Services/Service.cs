using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Services;

/// <summary>Whether the service can be had now, in the words of HSDS 3.</summary>
public enum ServiceStatus
{
    Active,
    Inactive,
    Defunct,
    TemporarilyClosed,
}

/// <summary>The five stages of an enterprise.</summary>
public enum Stage
{
    Ideation,
    StartUp,
    Development,
    ScalingUp,
    Sustainability,
}

/// <summary>A service that somebody can turn to, in the shape of HSDS 3.</summary>
[GenerateSerializer, Immutable, Alias("service")]
public sealed record Service
{
    public const int MaxName = 100;
    public const int MaxLine = 300;
    public const int MaxAbout = 3000;
    public const int MaxNote = 500;
    public const int MaxProviderName = 100;

    [Id(0)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What one gets, in one line.</summary>
    [Id(1)]
    public MultilingualText Line { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown.</summary>
    [Id(2)]
    public MultilingualText About { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Who may have it.</summary>
    [Id(3)]
    public MultilingualText Eligibility { get => field ?? MultilingualText.Empty; init; }

    /// <summary>How to apply.</summary>
    [Id(4)]
    public MultilingualText Application { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What it costs.</summary>
    [Id(5)]
    public MultilingualText Fees { get => field ?? MultilingualText.Empty; init; }

    /// <summary>How long one waits.</summary>
    [Id(6)]
    public MultilingualText WaitTime { get => field ?? MultilingualText.Empty; init; }

    [Id(7)]
    public ServiceStatus Status { get; init; }

    /// <summary>Key of the actor of the same pole that gives it, or empty.</summary>
    [Id(8)]
    public string Provider { get => field ?? ""; init; } = "";

    /// <summary>Who gives it, where no entry of the directory says so.</summary>
    [Id(9)]
    public string ProviderName { get => field ?? ""; init; } = "";

    /// <summary>The stages for which it is meant; none means all.</summary>
    [Id(10)]
    public ImmutableArray<Stage> Stages { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Languages in which it is given.</summary>
    [Id(11)]
    public ImmutableArray<string> Languages { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Codes of ESSGlobal activities; none means any.</summary>
    [Id(12)]
    public ImmutableArray<string> Sectors { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>ISO 3166-2 code, or empty.</summary>
    [Id(13)]
    public string Territory { get => field ?? ""; init; } = "";

    [Id(14)]
    public string Website { get => field ?? ""; init; } = "";

    /// <summary>Public: a service wants to be called.</summary>
    [Id(15)]
    public string Telephone { get => field ?? ""; init; } = "";

    /// <summary>When somebody last made sure that all this is true; null when nobody has.</summary>
    [Id(16)]
    public DateOnly? AssuredOn { get; init; }

    /// <summary>Pseudonymous id of whoever did; it never leaves this pole.</summary>
    [Id(17)]
    public string AssuredBy { get => field ?? ""; init; } = "";
}
