using Citess.Poles.Kernel;

namespace Citess.Poles.Network.Repair;

/// <summary>A line that was not taken, and why.</summary>
public sealed record ImportLine(int Line, string Id, string Reason);

/// <summary>A pole of which something stood in the file.</summary>
public sealed record ImportOrigin(string Origin, DateTimeOffset? AsOf, bool IsUnconfirmed);

/// <summary>What came of a file: how much was new, how much was here already, and each line that was worth nothing (the first 200).</summary>
public sealed record ImportReport(string Origin, DateTimeOffset? AsOf, bool IsUnconfirmed, int Taken, int Already, int Refused, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Images and documents that records name and that are here now by this file.</summary>
    public int Blobs { get; init; }

    /// <summary>Further poles of the file, behind the first.</summary>
    public IReadOnlyList<ImportOrigin> Others { get; init; } = [];
}

/// <summary>Adds up what comes of a file while it is read.</summary>
internal sealed class ImportSum
{
    private const int MaxTold = 200;

    private readonly List<ImportLine> lines = [];
    private int taken;
    private int already;
    private int refused;

    public int Begun { get; set; }

    public int Blobs { get; set; }

    public List<ImportOrigin> Origins { get; } = [];

    /// <summary>Why nothing was taken of the first pole that was refused.</summary>
    public RefusedException? Refusal { get; set; }

    public void Add(Taken some, IReadOnlyList<int> numbers)
    {
        taken += some.New;
        already += some.Already;
        foreach (var bad in some.Refused)
        {
            Refuse(numbers[bad.Place], bad.Id, bad.Reason);
        }
    }

    public void Refuse(int line, string id, string reason)
    {
        refused++;
        if (lines.Count < MaxTold)
        {
            lines.Add(new(line, id, reason));
        }
    }

    /// <summary>Null when nothing was taken of any pole.</summary>
    public ImportReport? Report() => Origins is [var first, .. var others]
        ? new(first.Origin, first.AsOf, first.IsUnconfirmed, taken, already, refused, lines) { Blobs = Blobs, Others = others }
        : null;
}
