using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Collections;

[GrainType("collection")]
internal sealed class CollectionGrain([PersistentState("record")] IPersistentState<RecordState<PracticeCollection>> state, CollectionKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<PracticeCollection>(state, kind, press, publisher, clock), ICollectionGrain;
