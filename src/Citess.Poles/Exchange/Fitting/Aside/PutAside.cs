using System.Collections.Immutable;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange.Fitting.Aside;

/// <summary>A match that people of this pole put aside, and why. It never leaves the pole.</summary>
[GenerateSerializer, Immutable, Alias("put-aside")]
public sealed record PutAside
{
    /// <summary>Its own id, in the order of their making.</summary>
    [Id(0)]
    public string Id { get => field ?? ""; init; } = "";

    /// <summary>Key of our want, or of our offer.</summary>
    [Id(1)]
    public string Own { get => field ?? ""; init; } = "";

    /// <summary>What was put aside: its pole and its key there.</summary>
    [Id(2)]
    public string Other { get => field ?? ""; init; } = "";

    /// <summary>What it was about then.</summary>
    [Id(3)]
    public ImmutableArray<string> Concepts { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Country of its pole; empty when nobody knows.</summary>
    [Id(4)]
    public string Country { get => field ?? ""; init; } = "";

    [Id(5)]
    public DismissalReason Reason { get; init; }

    [Id(6)]
    public DateTimeOffset At { get; init; }

    /// <summary>Pseudonymous id of whoever did.</summary>
    [Id(7)]
    public string By { get => field ?? ""; init; } = "";

    /// <summary>Authority of the other pole.</summary>
    public string Pole => Other.Split('/')[0];

    /// <summary>Key of what was put aside, at its pole.</summary>
    public string OtherKey => Other[(Pole.Length + 1)..];
}

/// <summary>All that this pole put aside.</summary>
[GenerateSerializer, Immutable, Alias("put-asides")]
public sealed record PutAsides
{
    /// <summary>The latest count; what was put aside before is forgotten.</summary>
    public const int Most = 300;

    /// <summary>The oldest first.</summary>
    [Id(0)]
    public ImmutableArray<PutAside> Held { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>One more; whoever puts the same aside again gives another reason.</summary>
    public PutAsides With(PutAside more) => this with { Held = [.. Held.Where(each => each.Own != more.Own || each.Other != more.Other).Append(more).TakeLast(Most)] };

    /// <summary>Without one.</summary>
    public PutAsides Without(string id) => this with { Held = Held.RemoveAll(each => each.Id == id) };
}
