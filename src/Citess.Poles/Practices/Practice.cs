using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices;

/// <summary>How far a practice has come.</summary>
public enum PracticeStatus
{
    Idea,
    Pilot,
    Running,
    Stopped,
}

/// <summary>Where a practice acts: on people and enterprises, on organisations and services of the territory, or on laws and policies.</summary>
public enum PracticeLevel
{
    Micro,
    Meso,
    Macro,
}

/// <summary>Something that a pole does, told so that another can do it. All texts of one practice have the same source language.</summary>
[GenerateSerializer, Immutable, Alias("practice")]
public sealed record Practice
{
    public const int MaxTitle = 100;
    public const int MaxLine = 300;

    /// <summary>The cap that URBACT's 97 practices fit.</summary>
    public const int MaxSection = 1500;

    public const int MaxBody = 9000;
    public const int MaxNote = 300;
    public const int MaxNotice = 600;
    public const string DefaultLicence = "https://creativecommons.org/licenses/by/4.0/";

    [Id(0)]
    public MultilingualText Title { get => field ?? MultilingualText.Empty; init; }

    /// <summary>The whole of it in one line.</summary>
    [Id(1)]
    public MultilingualText Line { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: what found no place in a section.</summary>
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

    /// <summary>Markdown: the need, for whom and where.</summary>
    [Id(9)]
    public MultilingualText Overview { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: what is done about it.</summary>
    [Id(10)]
    public MultilingualText Solution { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: how they went about it.</summary>
    [Id(11)]
    public MultilingualText Approach { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: who takes part and how decisions are made.</summary>
    [Id(12)]
    public MultilingualText Participation { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: what came of it.</summary>
    [Id(13)]
    public MultilingualText Outcomes { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: what another pole should know before trying it.</summary>
    [Id(14)]
    public MultilingualText Transferability { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Markdown: what did not work.</summary>
    [Id(15)]
    public MultilingualText Lessons { get => field ?? MultilingualText.Empty; init; }

    [Id(16)]
    public PracticeLevel? Level { get; init; }

    /// <summary>A <see cref="PartialDate"/>, or empty.</summary>
    [Id(17)]
    public string From { get => field ?? ""; init; } = "";

    /// <summary>A <see cref="PartialDate"/>, or empty as long as it goes on.</summary>
    [Id(18)]
    public string To { get => field ?? ""; init; } = "";

    /// <summary>What it costs in whole units of <see cref="Currency"/>; recorded, and nothing is ever paid here.</summary>
    [Id(19)]
    public long? Cost { get; init; }

    /// <summary>ISO 4217, for example <c>TND</c>.</summary>
    [Id(20)]
    public string Currency { get => field ?? ""; init; } = "";

    /// <summary>What the amount covers.</summary>
    [Id(21)]
    public MultilingualText CostNote { get => field ?? MultilingualText.Empty; init; }

    [Id(22)]
    public ImmutableArray<FundingShare> Funding { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Numbers of goals, <c>1</c> to <c>17</c>.</summary>
    [Id(23)]
    public ImmutableArray<string> Sdgs { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Codes of the list of beneficiaries.</summary>
    [Id(24)]
    public ImmutableArray<string> Beneficiaries { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>In their order.</summary>
    [Id(25)]
    public ImmutableArray<PracticePhase> Phases { get => field.IsDefault ? [] : field; init; } = [];

    [Id(26)]
    public ImmutableArray<PracticeResult> Results { get => field.IsDefault ? [] : field; init; } = [];

    [Id(27)]
    public ImmutableArray<PracticeCondition> Conditions { get => field.IsDefault ? [] : field; init; } = [];

    [Id(28)]
    public ImmutableArray<PracticeRisk> Risks { get => field.IsDefault ? [] : field; init; } = [];

    [Id(29)]
    public ImmutableArray<PracticeBlock> Blocks { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Who made it, as they want to be named; no copy loses it.</summary>
    [Id(30)]
    public string Credit { get => field ?? ""; init; } = "";

    /// <summary>What a funder asks to be said; no copy loses it.</summary>
    [Id(31)]
    public MultilingualText FunderNotice { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Whom to ask; for people who are signed in here, and in no document that leaves.</summary>
    [Id(32)]
    public string Contact { get => field ?? ""; init; } = "";

    /// <summary>What is not known yet, and by when it will be.</summary>
    [Id(33)]
    public ImmutableArray<Awaited> Awaited { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The practice that this one was made from; none for one of its own.</summary>
    [Id(34)]
    public RecordReference AdaptedFrom { get => field ?? RecordReference.None; init; }

    /// <summary>Its title then.</summary>
    [Id(35)]
    public MultilingualText AdaptedFromName { get => field ?? MultilingualText.Empty; init; }
}
