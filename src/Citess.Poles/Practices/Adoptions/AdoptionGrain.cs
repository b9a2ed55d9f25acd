using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Adoptions;

[GrainType("adoption")]
internal sealed class AdoptionGrain([PersistentState("record")] IPersistentState<RecordState<Adoption>> state, AdoptionKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Adoption>(state, kind, press, publisher, clock), IAdoptionGrain;
