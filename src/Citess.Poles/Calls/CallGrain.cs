using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Calls;

[GrainType("call")]
internal sealed class CallGrain([PersistentState("record")] IPersistentState<RecordState<Call>> state, CallKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Call>(state, kind, press, publisher, clock), ICallGrain;
