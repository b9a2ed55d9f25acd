using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>What must be in place for it to work, against one of the 15 determinants.</summary>
[GenerateSerializer, Immutable, Alias("practice-condition")]
public sealed record PracticeCondition
{
    public const int Most = 20;
    public const int MaxText = 300;

    /// <summary>Code of a determinant, for example <c>C2.1</c>.</summary>
    [Id(0)]
    public string Determinant { get => field ?? ""; init; } = "";

    /// <summary>True when it does not work without, false when it helps.</summary>
    [Id(1)]
    public bool IsRequired { get; init; }

    /// <summary>In which way.</summary>
    [Id(2)]
    public MultilingualText Text { get => field ?? MultilingualText.Empty; init; }
}
