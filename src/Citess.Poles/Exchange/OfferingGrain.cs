using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

[GrainType("offering")]
internal sealed class OfferingGrain([PersistentState("record")] IPersistentState<RecordState<Offering>> state, OfferingKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Offering>(state, kind, press, publisher, clock), IOfferingGrain;
