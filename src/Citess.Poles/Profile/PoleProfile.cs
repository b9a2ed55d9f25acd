using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Profile;

/// <summary>Who this pole is, as everyone may see it.</summary>
[GenerateSerializer, Immutable, Alias("pole-profile")]
public sealed record PoleProfile
{
    public const int MaxName = 100;
    public const int MaxLine = 300;
    public const int MaxAbout = 5000;

    [Id(0)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    [Id(1)]
    public MultilingualText Line { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown.</summary>
    [Id(2)]
    public MultilingualText About { get => field ?? MultilingualText.Empty; init; }

    /// <summary>ISO 3166-2 code.</summary>
    [Id(3)]
    public string Territory { get => field ?? ""; init; } = "";

    /// <summary>The territory in the pole's own words, where the code says too much or too little.</summary>
    [Id(4)]
    public MultilingualText Perimeter { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Languages in which people are welcomed, the first one first.</summary>
    [Id(5)]
    public ImmutableArray<string> Languages { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>International form, with spaces as people read it; or empty.</summary>
    [Id(6)]
    public string Telephone { get => field ?? ""; init; } = "";

    [Id(7)]
    public string Website { get => field ?? ""; init; } = "";

    /// <summary>Where people find the pole; empty when it is virtual.</summary>
    [Id(8)]
    public string Place { get => field ?? ""; init; } = "";

    /// <summary>True when all that is here was made up to show the program.</summary>
    [Id(9)]
    public bool IsDemo { get; init; }
}
