using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Calls;

/// <summary>One call that this pole answers, with whom stays with <see cref="Partners.IConsortiumGrain"/>.</summary>
[Alias("call-grain"), GrainInterfaceType("call")]
public interface ICallGrain : IRecordGrain<Call>;
