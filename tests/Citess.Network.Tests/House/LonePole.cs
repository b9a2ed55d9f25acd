using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Mahdia, alone.</summary>
public sealed class LonePole : IAsyncLifetime
{
    public RunningPole Mahdia { get; private set; } = default!;

    public string Actor { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Mahdia = await (await TestPole.StartAsync("Mahdia")).SetUpAsync();
        Actor = (await Mahdia.ActorAsync()).GetProperty("id").GetString()!;
    }

    public ValueTask DisposeAsync() => Mahdia.DisposeAsync();
}
