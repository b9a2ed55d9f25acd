using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>One of the sections in which a practice is told.</summary>
/// <param name="Name">Its term on the wire, and the end of the keys of its words.</param>
/// <param name="Of">What a practice says there.</param>
public sealed record PracticeSection(string Name, Func<Practice, MultilingualText> Of)
{
    /// <summary>As the record and its form name it.</summary>
    public string Field => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>Key of its heading.</summary>
    public string Words => "practices." + Name;

    /// <summary>In the order of reading.</summary>
    public static ImmutableArray<PracticeSection> All { get; } =
    [
        new("overview", practice => practice.Overview),
        new("solution", practice => practice.Solution),
        new("approach", practice => practice.Approach),
        new("participation", practice => practice.Participation),
        new("outcomes", practice => practice.Outcomes),
        new("transferability", practice => practice.Transferability),
        new("lessons", practice => practice.Lessons),
    ];
}
