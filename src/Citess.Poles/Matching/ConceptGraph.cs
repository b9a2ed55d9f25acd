using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>How near two concepts are, and how one gets from the one to the other.</summary>
/// <param name="Wanted">Code of the wanted one.</param>
/// <param name="Offered">Code of the offered one.</param>
/// <param name="Closeness">In millionths: <see cref="Weights.Same"/>, <see cref="Weights.Parent"/> or <see cref="Weights.Sibling"/>.</param>
/// <param name="Via">The concept that both belong to, when they are siblings.</param>
public sealed record ConceptPath(string Wanted, string Offered, int Closeness, string? Via);

/// <summary>Concepts and what each belongs to. Two concepts are the same, parent and child, siblings, or nothing to each other.</summary>
public sealed class ConceptGraph
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> broader;
    private readonly FrozenDictionary<string, ImmutableArray<(string Code, int Closeness)>> near;

    private ConceptGraph(FrozenDictionary<string, ImmutableArray<string>> broader)
    {
        this.broader = broader;
        var narrower = broader.SelectMany(each => each.Value.Select(parent => (parent, each.Key))).ToLookup(each => each.parent, each => each.Key, StringComparer.Ordinal);
        near = broader.Keys.Union(narrower.Select(each => each.Key), StringComparer.Ordinal).ToFrozenDictionary(code => code, Near, StringComparer.Ordinal);

        ImmutableArray<(string, int)> Near(string code)
        {
            var found = new Dictionary<string, int>(StringComparer.Ordinal) { [code] = Weights.Same };
            foreach (var family in Broader(code).Concat(narrower[code]))
            {
                found.TryAdd(family, Weights.Parent);
            }

            foreach (var sibling in Broader(code).SelectMany(parent => narrower[parent]))
            {
                found.TryAdd(sibling, Weights.Sibling);
            }

            return [.. found.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value))];
        }
    }

    /// <summary>Of any list: each concept with what it directly belongs to. The order of the list means nothing.</summary>
    public static ConceptGraph From(IEnumerable<(string Code, IEnumerable<string> Broader)> concepts) => new(concepts
        .ToFrozenDictionary(each => each.Code, each => each.Broader.Where(code => code != each.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>Itself, its parents and children, its siblings, the nearest first; one that is in no list is near itself alone.</summary>
    public ImmutableArray<(string Code, int Closeness)> Near(string code) => near.TryGetValue(code, out var found) ? found : [(code, Weights.Same)];

    /// <summary>The way from a wanted concept to an offered one, or null when there is none.</summary>
    public ConceptPath? Path(string wanted, string offered)
    {
        foreach (var (code, closeness) in Near(wanted))
        {
            if (code == offered)
            {
                return new(wanted, offered, closeness, closeness == Weights.Sibling ? Broader(wanted).First(Broader(offered).Contains) : null);
            }
        }

        return null;
    }

    private ImmutableArray<string> Broader(string code) => broader.TryGetValue(code, out var found) ? found : [];
}
