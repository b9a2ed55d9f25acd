namespace Citess.Bench.Matching;

/// <summary>A pole that was made up.</summary>
internal sealed record PlantedPole(int Number, string Country, int Longitude, string[] Languages, string[] Sectors)
{
    public string Id { get; } = FormattableString.Invariant($"https://pole-{Number:0000}.example");

    /// <summary>Numbers of the poles that it wants nothing to do with.</summary>
    public HashSet<int> Blocks { get; } = [];

    public bool Consents { get; init; } = true;

    /// <summary>It has come lately: no practice, no adoption, no meeting with anybody.</summary>
    public bool IsCold { get; init; }

    public List<PlantedPractice> Practices { get; } = [];
}

/// <summary>A practice of a pole, and how many poles took it up.</summary>
internal sealed record PlantedPractice(string Id, string Concept, int Adoptions);

/// <summary>An offer or a want that was made up.</summary>
/// <param name="Pole">Number of whose it is.</param>
/// <param name="Truth">What it is about in truth: for the judgement alone.</param>
/// <param name="Tags">What its author chose from the list, who errs now and then, or was too lazy.</param>
/// <param name="Language">In what it is written.</param>
/// <param name="Text">What its author wrote.</param>
internal sealed record PlantedItem(int Pole, string[] Truth, string[] Tags, string Language, string Text)
{
    /// <summary>Given after shuffling, so that nothing can be read from it.</summary>
    public string Id { get; init; } = "";

    public string[] Languages { get; init; } = [];

    /// <summary>Countries that an offer is good for, or that a want must be met from; none says all.</summary>
    public string[] Within { get; init; } = [];

    public DateOnly Confirmed { get; init; }

    public DateOnly From { get; init; }

    public DateOnly Until { get; init; }

    /// <summary>1 to 3.</summary>
    public int Urgency { get; init; } = 2;

    /// <summary>How many more an offer can serve.</summary>
    public int Places { get; init; } = 1;
}

/// <summary>Everything that was made up from one seed.</summary>
internal sealed record PlantedNetwork(IReadOnlyList<PlantedPole> Poles, IReadOnlyList<PlantedItem> Wants, IReadOnlyList<PlantedItem> Offers)
{
    /// <summary>The day on which all is looked at.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 1);
}
