namespace Citess.Poles.Calls.Partners;

/// <summary>Somebody said for an organisation that it takes part, and how that is known.</summary>
[GenerateSerializer, Immutable, Alias("commitment")]
public sealed record Commitment
{
    public const int MaxName = 100;

    /// <summary>Who said it, as typed.</summary>
    [Id(0)]
    public string Name { get => field ?? ""; init; } = "";

    /// <summary>What that person is there, as typed; or empty.</summary>
    [Id(1)]
    public string Function { get => field ?? ""; init; } = "";

    [Id(2)]
    public DateTimeOffset On { get; init; }

    /// <summary>Id of the link by which it was said; empty when the team wrote down what it was told.</summary>
    [Id(3)]
    public string Link { get => field ?? ""; init; } = "";

    /// <summary>Pseudonymous id of whoever of the team wrote it down; empty when it was said by link.</summary>
    [Id(4)]
    public string By { get => field ?? ""; init; } = "";

    /// <summary>Hash of what it was said to: sheet, tasks and amount.</summary>
    [Id(5)]
    public string Of { get => field ?? ""; init; } = "";
}
