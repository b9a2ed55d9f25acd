namespace Citess.Poles.PeerLearning.Guests;

[GrainType("guest-links")]
internal sealed class GuestLinksGrain([PersistentState("guest-links")] IPersistentState<GuestLinks> state, TimeProvider clock) : Grain, IGuestLinksGrain
{
    public Task<GuestLinks> ReadAsync() => Task.FromResult(state.State);

    public Task PutAsync(GuestLink link) => StoreAsync(state.State.Turn(link.Guest, clock.GetUtcNow(), link));

    public Task EndAsync(string guest) => state.State.All.Any(each => each.Guest == guest && each.Ended is null) ? StoreAsync(state.State.Turn(guest, clock.GetUtcNow())) : Task.CompletedTask;

    private async Task StoreAsync(GuestLinks links)
    {
        var held = state.State;
        state.State = links;
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
