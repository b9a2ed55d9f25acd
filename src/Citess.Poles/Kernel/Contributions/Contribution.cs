namespace Citess.Poles.Kernel.Contributions;

/// <summary>Something that a pole says about a record, its own or another pole's: that it tried it, reviewed it, translated it, asks.</summary>
[GenerateSerializer, Immutable, Alias("contribution")]
public abstract record Contribution
{
    /// <summary>What it is about.</summary>
    [Id(0)]
    public RecordReference About { get => field ?? RecordReference.None; init; }

    /// <summary>The revision that its author had read.</summary>
    [Id(1)]
    public int AboutRevision { get; init; }

    /// <summary>Its name then, so that a list, and a reader that does not have it, can say what this is about.</summary>
    [Id(2)]
    public MultilingualText AboutName { get => field ?? MultilingualText.Empty; init; }
}
