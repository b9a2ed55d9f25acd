using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Reviews;

[GrainType("review")]
internal sealed class ReviewGrain([PersistentState("record")] IPersistentState<RecordState<Review>> state, ReviewKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Review>(state, kind, press, publisher, clock), IReviewGrain;
