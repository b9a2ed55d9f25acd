using System.Collections.Immutable;

namespace Citess.Poles.Kernel;

/// <summary>
/// Who may see a record: everyone of an audience, or the people of this pole and the partner poles of a list. A list is
/// <see cref="Audience.Own"/> with names: every rule that asks for "at least the network" passes over it, so whoever
/// forgets that there are lists shows too little and never too much.
/// </summary>
[GenerateSerializer, Immutable, Alias("reach")]
public sealed record Reach
{
    /// <summary>More than that is the network.</summary>
    public const int MaxPartners = 200;

    public Reach(Audience audience, IEnumerable<string>? partners = null)
    {
        Audience = audience;
        Partners = audience == Audience.Own ? [.. (partners ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [];
    }

    [Id(0)]
    public Audience Audience { get; }

    /// <summary>The relations of the list, in order; empty when it is no list.</summary>
    [Id(1)]
    public ImmutableArray<string> Partners { get; }

    public bool IsList => Partners.Length > 0;

    /// <summary>True when it leaves the house.</summary>
    public bool IsShared => IsList || Audience > Audience.Own;

    /// <summary>What a permission is asked for: to share with one partner is to share.</summary>
    public Audience Extent => IsList ? Audience.Network : Audience;

    public static implicit operator Reach(Audience audience) => new(audience);

    /// <summary>True when somebody who sees it by this no longer does by <paramref name="next"/>.</summary>
    public bool LosesSightBy(Reach next) => next.Audience < Audience || (next.Audience == Audience.Own && Partners.Except(next.Partners, StringComparer.Ordinal).Any());

    public bool Equals(Reach? other) => other is not null && Audience == other.Audience && Partners.AsSpan().SequenceEqual(other.Partners.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Audience, Partners.Length);
}
