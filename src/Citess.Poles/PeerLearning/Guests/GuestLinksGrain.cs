using System.Collections.Immutable;

namespace Citess.Poles.PeerLearning.Guests;

[GrainType("guest-links")]
internal sealed class GuestLinksGrain([PersistentState("guest-links")] IPersistentState<GuestLinks> state) : Grain, IGuestLinksGrain
{
    public Task<GuestLinks> ReadAsync() => Task.FromResult(state.State);

    public Task PutAsync(GuestLink link) => StoreAsync([.. state.State.All.Where(each => each.Guest != link.Guest), link]);

    public Task EndAsync(string guest) => state.State.All.Any(each => each.Guest == guest) ? StoreAsync([.. state.State.All.Where(each => each.Guest != guest)]) : Task.CompletedTask;

    private async Task StoreAsync(ImmutableArray<GuestLink> links)
    {
        var held = state.State;
        state.State = new() { All = links };
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
