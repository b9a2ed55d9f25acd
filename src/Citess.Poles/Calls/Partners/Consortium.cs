using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Citess.Poles.Calls.Partners;

/// <summary>Who is asked, and who is in, for one call: it stays with the pole that leads.</summary>
[GenerateSerializer, Immutable, Alias("consortium")]
public sealed record Consortium
{
    /// <summary>Together with how long their texts may be it keeps the state within bounds.</summary>
    public const int Most = 40;

    /// <summary>As of every state in the house.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>One up with each change.</summary>
    [Id(0)]
    public int Revision { get; init; }

    /// <summary>In the order in which they were added.</summary>
    [Id(1)]
    public ImmutableArray<Candidate> Candidates { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>True when each candidate may see by its link who else is in, by name alone.</summary>
    [Id(2)]
    public bool ShowsNames { get; init; }

    /// <summary>The names of those who are in.</summary>
    [JsonIgnore]
    public IEnumerable<string> Names => Candidates.Where(each => each.Standing == CandidateStanding.Committed).Select(each => each.Name);

    /// <summary>Null when there is none with this id.</summary>
    public Candidate? Find(string id) => Candidates.FirstOrDefault(each => each.Id == id);
}
