using Citess.Poles.Kernel;

namespace Citess.Network.Tests.Faults;

/// <summary>What a practice is after one command: as its client was answered, or as it asked and never heard.</summary>
internal sealed record Promise(string Pole, string Id, int Revision, string Title, bool IsWithdrawn, Audience Audience, IReadOnlyList<string> Partners)
{
    public string Key => "practice/" + Id;

    public bool IsShared => Audience > Audience.Own || Partners.Count > 0;

    /// <summary>True when that pole is of its audience, withdrawn or not.</summary>
    public bool IsFor(string authority) => Audience > Audience.Own || Partners.Contains(authority, StringComparer.Ordinal);
}
