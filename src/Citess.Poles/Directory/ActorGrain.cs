using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Directory;

[GrainType("actor")]
internal sealed class ActorGrain([PersistentState("record")] IPersistentState<RecordState<SseActor>> state, SseActorKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<SseActor>(state, kind, press, publisher, clock), IActorGrain;
