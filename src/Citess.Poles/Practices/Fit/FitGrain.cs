using System.Collections.Immutable;
using Citess.Poles.Kernel;

namespace Citess.Poles.Practices.Fit;

[GrainType("fit")]
internal sealed class FitGrain([PersistentState("profile")] IPersistentState<FitProfile> state, TimeProvider clock) : Grain, IFitGrain
{
    public Task<FitProfile> ReadAsync() => Task.FromResult(state.State);

    public async Task<int> EditAsync(ImmutableArray<FitReply> replies, int seen, string by)
    {
        if (FitRules.Check(replies).ToImmutableArray() is { Length: > 0 } problems)
        {
            throw new RefusedException(Refusal.Invalid, "Some fields need a second look.", problems);
        }

        var held = state.State;
        var next = held.Apply(replies, seen, clock.GetUtcNow(), by);
        if (next != held)
        {
            await StoreAsync(held, next);
        }

        return next.Revision;
    }

    private async Task StoreAsync(FitProfile held, FitProfile next)
    {
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
