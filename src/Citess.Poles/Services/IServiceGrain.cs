using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Services;

/// <summary>One service of our territory.</summary>
[Alias("service-grain"), GrainInterfaceType("service")]
public interface IServiceGrain : IRecordGrain<Service>;
