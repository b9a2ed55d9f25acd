using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Practices;

/// <summary>How far a practice has come.</summary>
public enum PracticeStatus
{
    Idea,
    Pilot,
    Running,
    Stopped,
}

/// <summary>Something that a pole does, told so that another can do it.</summary>
[GenerateSerializer, Immutable, Alias("practice")]
public sealed record Practice
{
    public const int MaxTitle = 100;
    public const int MaxLine = 300;

    /// <summary>Six fields of 1,500 characters, the cap that URBACT's 97 practices fit.</summary>
    public const int MaxBody = 9000;
    public const string DefaultLicence = "https://creativecommons.org/licenses/by/4.0/";

    [Id(0)]
    public MultilingualText Title { get => field ?? MultilingualText.Empty; init; }

    /// <summary>The whole of it in one line.</summary>
    [Id(1)]
    public MultilingualText Line { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown; it travels beside the HTML made from it, so that whoever translates or takes it back has what was written.</summary>
    [Id(2)]
    public MultilingualText Body { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Codes of ESSGlobal activities, for example <c>a01</c>.</summary>
    [Id(3)]
    public ImmutableArray<string> Sectors { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>ISO 3166-2 code, or empty.</summary>
    [Id(4)]
    public string Territory { get => field ?? ""; init; } = "";

    [Id(5)]
    public PracticeStatus Status { get; init; }

    /// <summary>Address of the licence.</summary>
    [Id(6)]
    public string Licence { get => field ?? DefaultLicence; init; } = DefaultLicence;

    [Id(7)]
    public ImmutableArray<BlobLink> Images { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Documents to read or print.</summary>
    [Id(8)]
    public ImmutableArray<BlobLink> Attachments { get => field.IsDefault ? [] : field; init; } = [];
}
