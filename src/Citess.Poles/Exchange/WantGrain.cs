using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

[GrainType("want")]
internal sealed class WantGrain([PersistentState("record")] IPersistentState<RecordState<Want>> state, WantKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Want>(state, kind, press, publisher, clock), IWantGrain;
