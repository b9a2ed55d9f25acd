using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Citess.Poles.Kernel.Records;

/// <summary>One record as it is now, with the revision that an edit must name.</summary>
[GenerateSerializer, Immutable, Alias("record-view`1")]
public sealed record RecordView<TContent>
    where TContent : class
{
    [Id(0)]
    public required TContent Content { get; init; }

    /// <summary>From 1, one up with each change: the version that an edit names, and the revision that travels.</summary>
    [Id(1)]
    public required int Revision { get; init; }

    [Id(2)]
    public required Audience Audience { get; init; }

    [Id(3)]
    public required bool IsWithdrawn { get; init; }

    [Id(4)]
    public required DateTimeOffset Created { get; init; }

    [Id(5)]
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Pseudonymous id of whoever made the last change.</summary>
    [Id(6)]
    public required string By { get; init; }

    /// <summary>Where it is at home, when that is another pole; null when it is ours.</summary>
    [Id(7)]
    public string? Address { get; init; }

    /// <summary>The partner poles that may see it beside the people of this pole; only these are shown it.</summary>
    [Id(8)]
    public ImmutableArray<string> Partners { get => field.IsDefault ? [] : field; init; } = [];

    [JsonIgnore]
    public Reach Reach => new(Audience, Partners);
}
