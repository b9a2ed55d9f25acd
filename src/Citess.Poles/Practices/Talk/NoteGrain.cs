using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Talk;

[GrainType("note")]
internal sealed class NoteGrain([PersistentState("record")] IPersistentState<RecordState<Note>> state, NoteKind kind, Press press, Publisher publisher, TimeProvider clock)
    : RecordGrain<Note>(state, kind, press, publisher, clock), INoteGrain;
