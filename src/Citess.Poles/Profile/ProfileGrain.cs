using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Profile;

[GrainType("pole")]
internal sealed class ProfileGrain([PersistentState("record")] IPersistentState<RecordState<PoleProfile>> state, ProfileKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<PoleProfile>(state, kind, press, publisher, clock), IProfileGrain;
