using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

/// <summary>One want of ours.</summary>
[Alias("want-grain"), GrainInterfaceType("want")]
public interface IWantGrain : IRecordGrain<Want>;
