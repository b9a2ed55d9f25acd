using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Profile;

/// <summary>This pole itself; there is one.</summary>
[Alias("profile-grain"), GrainInterfaceType("pole")]
public interface IProfileGrain : IRecordGrain<PoleProfile>;
