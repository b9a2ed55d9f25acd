using Citess.Poles.Kernel;

namespace Citess.Poles.Calls.Partners;

/// <summary>What a partner says of itself for a call.</summary>
[GenerateSerializer, Immutable, Alias("partner-sheet")]
public sealed record PartnerSheet
{
    public const int MaxText = 800;
    public const int MaxPeople = 400;
    public const int MaxWord = 100;
    public const int MaxLanguages = 6;

    public static PartnerSheet Empty { get; } = new();

    /// <summary>Who we are.</summary>
    [Id(0)]
    public MultilingualText About { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What we bring.</summary>
    [Id(1)]
    public MultilingualText Brings { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What we did before that is like it.</summary>
    [Id(2)]
    public MultilingualText Experience { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Who would work on it, as roles: a sheet goes to many, and names belong to people.</summary>
    [Id(3)]
    public MultilingualText People { get => field ?? MultilingualText.Empty; init; }

    [Id(4)]
    public string LegalForm { get => field ?? ""; init; } = "";

    /// <summary>In the register of its country; or empty.</summary>
    [Id(5)]
    public string Registration { get => field ?? ""; init; } = "";

    [Id(6)]
    public string Website { get => field ?? ""; init; } = "";
}
