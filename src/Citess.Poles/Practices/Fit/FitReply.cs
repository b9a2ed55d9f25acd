using System.ComponentModel;

namespace Citess.Poles.Practices.Fit;

/// <summary>What somebody says of one determinant.</summary>
[GenerateSerializer, Immutable, Alias("fit-reply")]
public sealed record FitReply
{
    /// <summary>Code of a determinant, for example <c>C2.1</c>.</summary>
    [Id(0)]
    public string Determinant { get => field ?? ""; init; } = "";

    [Id(1)]
    public Presence Presence { get; init; }

    /// <summary>As it is kept: line ends and edges are made alike, however it was sent.</summary>
    [Id(2)]
    public string Note { get => field ?? ""; init => field = Neat(value); } = "";

    /// <summary>True to say again what was said more than a year ago; its date becomes that of today.</summary>
    [Id(3), Description("True to say again what was said more than a year ago: its date becomes that of today.")]
    public bool IsStillSo { get; init; }

    internal static string Neat(string? note) => (note ?? "").ReplaceLineEndings("\n").Trim();
}
