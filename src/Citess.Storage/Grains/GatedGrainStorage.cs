using Citess.Poles.Kernel;
using Citess.Storage.Sql;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Citess.Storage.Grains;

/// <summary>Orleans' ADO.NET storage behind the writer gate, for grains whose key is a <see cref="RecordKey"/>.</summary>
internal sealed class GatedGrainStorage(IGrainStorage inner, WriterGate gate) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    // Without this the inner storage never reads its queries.
    public void Participate(ISiloLifecycle observer) => ((ILifecycleParticipant<ISiloLifecycle>)inner).Participate(observer);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        Check(grainId);
        return inner.ReadStateAsync(stateName, grainId, grainState, cancellationToken);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        Check(grainId);
        using var pass = await gate.EnterAsync(cancellationToken);
        await Room.AskAsync(() => inner.WriteStateAsync(stateName, grainId, grainState, cancellationToken));
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException($"{grainId}: removal is a tombstone that is written, never a state that is cleared.");

    private static void Check(GrainId grain)
    {
        // Orleans takes a key that looks like a number or a GUID for one, and rows collide (dotnet/orleans 9706).
        var key = grain.Key.ToString();
        if (!RecordKey.TryParse(key, out _))
        {
            throw new InvalidOperationException($"The grain {grain.Type} has the key \"{key}\", but state is kept only under keys of the form kind/id.");
        }
    }
}
