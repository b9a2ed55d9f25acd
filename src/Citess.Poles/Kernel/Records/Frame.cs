using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Kernel.Records;

/// <summary>What every shared document of ours has in common, whatever it is about.</summary>
public sealed record Frame(Pole Pole, RecordKey Key, int Revision, Audience Audience, DateTimeOffset Shared, DateTimeOffset Updated)
{
    public string Address => Pole.Address(Key);

    /// <summary>An object of the given AS2 type with all but its content.</summary>
    public ApObject Open(string type) => new()
    {
        Context = Context.Value,
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

    public IReadOnlyList<string> To => [Audience == Audience.Public ? Addresses.Public : Pole.NetworkAudience];
}
