using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Translations;

[GrainType("translation")]
internal sealed class TranslationGrain([PersistentState("record")] IPersistentState<RecordState<Translation>> state, TranslationKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Translation>(state, kind, press, publisher, clock), ITranslationGrain;
