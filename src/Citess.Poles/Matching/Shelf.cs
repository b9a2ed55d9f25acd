namespace Citess.Poles.Matching;

/// <summary>Things by what they are about: each has a number while it is here, and each concept the numbers of those about it.</summary>
internal sealed class Shelf<T>
    where T : class
{
    private readonly List<T?> all = [];
    private readonly Stack<int> free = new();
    private readonly List<List<int>> byConcept = [];
    private int[] marks = [];
    private int mark;

    /// <summary>One more than the highest number.</summary>
    public int Room => all.Count;

    public T this[int number] => all[number]!;

    public int Add(T thing, int[] concepts)
    {
        if (!free.TryPop(out var number))
        {
            number = all.Count;
            all.Add(null);
        }

        all[number] = thing;
        foreach (var concept in concepts)
        {
            while (byConcept.Count <= concept)
            {
                byConcept.Add([]);
            }

            byConcept[concept].Add(number);
        }

        return number;
    }

    public void Remove(int number, int[] concepts)
    {
        all[number] = null;
        free.Push(number);
        foreach (var concept in concepts)
        {
            var about = byConcept[concept];
            about[about.IndexOf(number)] = about[^1];
            about.RemoveAt(about.Count - 1);
        }
    }

    /// <summary>Numbers of those about a concept, in no order.</summary>
    public List<int> About(int concept) => concept < byConcept.Count ? byConcept[concept] : [];

    /// <summary>From here on, <see cref="Mark"/> is true once for each number.</summary>
    public void Unmark()
    {
        mark++;
        if (marks.Length < all.Count)
        {
            Array.Resize(ref marks, all.Count * 2);
        }
    }

    public bool Mark(int number)
    {
        if (marks[number] == mark)
        {
            return false;
        }

        marks[number] = mark;
        return true;
    }
}
