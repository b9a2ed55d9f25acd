using Citess.Network.Tests.House;

namespace Citess.Network.Tests.Faults;

/// <summary>A pole to which things happen: the road to it and the disk under it are in the hands of the tests.</summary>
internal sealed record FaultyPole(RunningPole Pole, Road Road, SmallDisk? Disk)
{
    /// <summary>Its one process, from the first start on.</summary>
    public NodeProcess Process => Pole.Process.Processes[0];

    /// <summary>The revisions of others that it held when it was last looked at.</summary>
    public Dictionary<(string Origin, string Key), int> Seen { get; } = [];
}
