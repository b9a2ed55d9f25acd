using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Reviews;

/// <summary>One review of ours.</summary>
[Alias("review-grain"), GrainInterfaceType("review")]
public interface IReviewGrain : IRecordGrain<Review>;
