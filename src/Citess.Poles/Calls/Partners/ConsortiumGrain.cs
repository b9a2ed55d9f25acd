namespace Citess.Poles.Calls.Partners;

[GrainType("consortium")]
internal sealed class ConsortiumGrain([PersistentState("consortium")] IPersistentState<Consortium> state, TimeProvider clock) : Grain, IConsortiumGrain
{
    public Task<Consortium> ReadAsync() => Task.FromResult(state.State);

    public async Task<int> PutAsync(string id, CandidateDraft draft, int seen, string by)
    {
        await StoreAsync(state.State.Put(id, draft, seen, by, clock.GetUtcNow()));
        return state.State.Find(id)!.Revision;
    }

    public Task LinkAsync(string id, CandidateLink? link) => StoreAsync(state.State.Link(id, link, clock.GetUtcNow()));

    public async Task<int> AnswerAsync(string hash, SheetAnswer answer)
    {
        await StoreAsync(state.State.Answer(hash, answer, clock.GetUtcNow()));
        return state.State.Candidates.First(each => each.Link?.Hash == hash).Revision;
    }

    public Task ForgetAsync(string id) => StoreAsync(state.State.Forget(id));

    public Task RemoveAsync(string id) => StoreAsync(state.State.Remove(id));

    public Task ShowNamesAsync(bool shows) => StoreAsync(state.State.ShowsNames == shows ? state.State : state.State with { Revision = state.State.Revision + 1, ShowsNames = shows });

    private async Task StoreAsync(Consortium next)
    {
        var held = state.State;
        if (ReferenceEquals(next, held))
        {
            return;
        }

        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // As in RecordGrain: what is in memory must not be believed after a failed write.
            state.State = held;
            DeactivateOnIdle();
            throw;
        }
    }
}
