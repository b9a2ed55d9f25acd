namespace Citess.Poles.Matching;

/// <summary>Concepts and words as numbers, and what is near a concept. Which number one has never decides anything.</summary>
internal sealed class Numbers(ConceptGraph graph)
{
    private readonly Dictionary<string, int> concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly List<string> codes = [];
    private readonly List<(int Concept, int Closeness)[]?> near = [];

    /// <summary>How many concepts have one.</summary>
    public int Concepts => codes.Count;

    public int[] OfConcepts(IEnumerable<string> some) => [.. some.Distinct(StringComparer.Ordinal).Select(Concept)];

    /// <summary>In ascending order, each once.</summary>
    public int[] OfWords(IEnumerable<string> some)
    {
        int[] found = [.. some.Distinct(StringComparer.Ordinal).Select(Word)];
        Array.Sort(found);
        return found;
    }

    public string Code(int concept) => codes[concept];

    /// <summary>What is near it, the nearest first.</summary>
    public (int Concept, int Closeness)[] Near(int concept) =>
        near[concept] ??= [.. graph.Near(codes[concept]).Select(each => (Concept(each.Code), each.Closeness))];

    public int Closeness(int one, int other)
    {
        if (one == other)
        {
            return Weights.Same;
        }

        foreach (var (concept, closeness) in Near(one))
        {
            if (concept == other)
            {
                return closeness;
            }
        }

        return 0;
    }

    /// <summary>How many two have in common.</summary>
    public static int Common(int[] some, int[] others)
    {
        var (count, one, other) = (0, 0, 0);
        while (one < some.Length && other < others.Length)
        {
            if (some[one] == others[other])
            {
                (count, one, other) = (count + 1, one + 1, other + 1);
            }
            else if (some[one] < others[other])
            {
                one++;
            }
            else
            {
                other++;
            }
        }

        return count;
    }

    private int Concept(string code)
    {
        if (!concepts.TryGetValue(code, out var number))
        {
            concepts[code] = number = codes.Count;
            codes.Add(code);
            near.Add(null);
        }

        return number;
    }

    private int Word(string word)
    {
        if (!words.TryGetValue(word, out var number))
        {
            words[word] = number = words.Count;
        }

        return number;
    }
}
