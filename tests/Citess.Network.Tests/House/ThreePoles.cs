using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Mahdia, Barcelona and Sidi Bouzid, each connected with each, for all tests that need no beginning of their own.</summary>
public sealed class ThreePoles : IAsyncLifetime
{
    public PoleNetwork Network { get; private set; } = default!;

    public async ValueTask InitializeAsync() => Network = await PoleNetwork.StartAsync("Mahdia", "Barcelona", "Sidi Bouzid");

    /// <summary>Null when they did not start.</summary>
    public ValueTask DisposeAsync() => Network?.DisposeAsync() ?? default;
}

/// <summary>The classes that share one such network, which starts once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class ThreePolesCollection : ICollectionFixture<ThreePoles>
{
    public const string Name = "three poles";
}
