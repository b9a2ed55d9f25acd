using Citess.Poles.Kernel;

namespace Citess.Poles.Calls.Partners;

/// <summary>What somebody does with a link.</summary>
public enum SheetDeed
{
    /// <summary>Keeps what is written so far.</summary>
    Save,
    Commit,
    Decline,
    Withdraw,
}

/// <summary>All that a candidate says by its link, as it shall be.</summary>
[GenerateSerializer, Immutable, Alias("sheet-answer")]
public sealed record SheetAnswer
{
    [Id(0)]
    public SheetDeed Deed { get; init; }

    /// <summary>The revision of the candidate that was seen.</summary>
    [Id(1)]
    public int Seen { get; init; }

    [Id(2)]
    public PartnerSheet Sheet { get => field ?? PartnerSheet.Empty; init; }

    [Id(3)]
    public MultilingualText Tasks { get => field ?? MultilingualText.Empty; init; }

    [Id(4)]
    public long? Amount { get; init; }

    /// <summary>Why, when it declines or withdraws.</summary>
    [Id(5)]
    public string Reason { get => field ?? ""; init; } = "";

    /// <summary>Who commits.</summary>
    [Id(6)]
    public string Name { get => field ?? ""; init; } = "";

    [Id(7)]
    public string Function { get => field ?? ""; init; } = "";

    /// <summary>True when whoever commits has agreed to the words beside the button.</summary>
    [Id(8)]
    public bool Agrees { get; init; }
}
