using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.Rules;

/// <summary>Mahdia, Barcelona and Sidi Bouzid, each connected with each, for the rules that need no other beginning.</summary>
public sealed class ThreePoles : IAsyncLifetime
{
    public PoleNetwork Network { get; private set; } = default!;

    public async ValueTask InitializeAsync() => Network = await PoleNetwork.StartAsync("Mahdia", "Barcelona", "Sidi Bouzid");

    /// <summary>Null when they did not start.</summary>
    public ValueTask DisposeAsync() => Network?.DisposeAsync() ?? default;
}
