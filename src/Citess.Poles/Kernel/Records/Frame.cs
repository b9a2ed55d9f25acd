using System.Collections.Immutable;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Kernel.Records;

/// <summary>What every shared document of ours has in common, whatever it is about.</summary>
public sealed record Frame(Pole Pole, RecordKey Key, int Revision, Audience Audience, DateTimeOffset Shared, DateTimeOffset Updated, string? List = null)
{
    /// <summary>Behind the address of a record that keeps its versions: what it said before, FEP-bad1.</summary>
    public const string HistoryPath = "/history";

    /// <summary>The relations of its list; for the ledger, and in no document.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];

    /// <summary>Pseudonymous id of whoever made this revision, and what for; either may be empty.</summary>
    public string By { get; init; } = "";

    /// <inheritdoc cref="By"/>
    public string Why { get; init; } = "";

    public string Address => Pole.Address(Key);

    /// <summary>An object of the given AS2 type with all but its content.</summary>
    public ApObject Open(string type) => new()
    {
        Id = Address,
        Type = type,
        AttributedTo = Pole.ActorAddress,
        To = To,
        Url = Address,
        Published = Shared,
        Updated = Updated,
        Kind = Key.Kind,
        Revision = Revision,
    };

    /// <summary>Never who it is for: an audience has a name of its own, and who belongs to it stands in no signed byte.</summary>
    public IReadOnlyList<string> To => [Audience switch
    {
        Audience.Public => Addresses.Public,
        Audience.Own when List is not null => Pole.Origin + "/audience/" + List,
        _ => Pole.NetworkAudience,
    }];
}
