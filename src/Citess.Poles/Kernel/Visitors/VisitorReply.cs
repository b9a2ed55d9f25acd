namespace Citess.Poles.Kernel.Visitors;

/// <summary>How words of a visitor stand here.</summary>
public enum VisitorStanding
{
    /// <summary>Nobody has looked yet; shown to those alone who decide.</summary>
    Waiting,

    /// <summary>A person here let it through.</summary>
    Shown,

    /// <summary>A person here did not want it; remembered for a while, so that it does not wait again.</summary>
    Declined,
}

/// <summary>
/// What a person on other software answers to something public of ours: plain words, and where they stand. It is nobody's record
/// here: it is signed by nobody of this pole, told to no other, and gone when its author takes it back.
/// </summary>
public sealed record VisitorReply
{
    public const int MaxText = 2000;

    /// <summary>So many of one person may wait.</summary>
    public const int MostOfActor = 5;

    /// <summary>So many of one host.</summary>
    public const int MostOfHost = 50;

    /// <summary>So many in all.</summary>
    public const int MostWaiting = 1000;

    /// <summary>Its id at home.</summary>
    public required string Address { get; init; }

    public required string Actor { get; init; }

    /// <summary>Authority of the server that it comes from.</summary>
    public required string Host { get; init; }

    /// <summary>The name before the @; empty where that is no plain word.</summary>
    public string Name { get; init; } = "";

    /// <summary>Key of our record in whose conversation it stands.</summary>
    public required string About { get; init; }

    /// <summary>What it answers: key of our record, the same or something said about it; or address of another reply that is here.</summary>
    public required string Answers { get; init; }

    /// <summary>Where people read it at home.</summary>
    public required string Link { get; init; }

    public required string Text { get; init; }

    /// <summary>BCP 47; empty where it is not said.</summary>
    public string Language { get; init; } = "";

    public required DateTimeOffset Said { get; init; }

    /// <summary>When this wording came.</summary>
    public required DateTimeOffset Received { get; init; }

    public VisitorStanding Standing { get; init; }

    public DateTimeOffset? Decided { get; init; }

    /// <summary>As people name somebody there; the host alone where the name is no plain word.</summary>
    public string Handle => Name.Length > 0 ? $"@{Name}@{Host}" : Host;
}
