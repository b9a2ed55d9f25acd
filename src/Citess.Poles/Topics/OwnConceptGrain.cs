using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Topics;

[GrainType("concept")]
internal sealed class OwnConceptGrain([PersistentState("record")] IPersistentState<RecordState<OwnConcept>> state, OwnConceptKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<OwnConcept>(state, kind, press, publisher, clock), IOwnConceptGrain;
