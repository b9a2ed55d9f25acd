using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices;

[GrainType("practice")]
internal sealed class PracticeGrain([PersistentState("record")] IPersistentState<RecordState<Practice>> state, PracticeKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Practice>(state, kind, press, publisher, clock), IPracticeGrain;
