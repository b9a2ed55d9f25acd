namespace Citess.Poles.Kernel.Contributions;

/// <summary>Something that a pole says about a record, its own or another pole's: that it tried it, reviewed it, translated it, asks.</summary>
public interface IContribution
{
    /// <summary>What it is about.</summary>
    RecordReference About { get; }

    /// <summary>The revision that its author had read.</summary>
    int AboutRevision { get; }

    /// <summary>Its name then, so that a list, and a reader that does not have it, can say what this is about.</summary>
    MultilingualText AboutName { get; }
}
