using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Services;

[GrainType("service")]
internal sealed class ServiceGrain([PersistentState("record")] IPersistentState<RecordState<Service>> state, ServiceKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Service>(state, kind, press, publisher, clock), IServiceGrain;
