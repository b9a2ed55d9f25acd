using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

/// <summary>One offer of ours.</summary>
[Alias("offering-grain"), GrainInterfaceType("offering")]
public interface IOfferingGrain : IRecordGrain<Offering>;
