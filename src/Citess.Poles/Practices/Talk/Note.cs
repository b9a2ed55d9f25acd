using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices.Talk;

/// <summary>Words about a practice: a question to its pole, an answer, an experience.</summary>
[GenerateSerializer, Immutable, Alias("note")]
public sealed record Note : Contribution
{
    public const int MaxText = 3000;

    /// <summary>The words that these answer; none for a beginning.</summary>
    [Id(0)]
    public RecordReference InReplyTo { get => field ?? RecordReference.None; init; }

    /// <summary>True when the pole of the practice is asked.</summary>
    [Id(1)]
    public bool IsQuestion { get; init; }

    [Id(2)]
    public MultilingualText Text { get => field ?? MultilingualText.Empty; init; }
}
