using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Translations;

[GrainType("decision")]
internal sealed class DecisionGrain([PersistentState("record")] IPersistentState<RecordState<Decision>> state, DecisionKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Decision>(state, kind, press, publisher, clock), IDecisionGrain;
