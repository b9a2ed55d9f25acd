namespace Citess.Poles.Exchange.Fitting.Aside;

[GrainType("aside")]
internal sealed class AsideGrain([PersistentState("aside")] IPersistentState<PutAsides> state) : Grain, IAsideGrain
{
    public Task<PutAsides> ReadAsync() => Task.FromResult(state.State);

    public Task PutAsync(PutAside aside) => StoreAsync(state.State.With(aside));

    public Task TakeBackAsync(string id) => state.State.Held.Any(each => each.Id == id) ? StoreAsync(state.State.Without(id)) : Task.CompletedTask;

    private async Task StoreAsync(PutAsides next)
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // As in RecordGrain: what is in memory must not be believed after a failed write.
            state.State = before;
            DeactivateOnIdle();
            throw;
        }
    }
}
